import assert from 'node:assert/strict';
import { get, idsOf, meetingOf, packOf } from './support/packs';

describe('numbers that are easily mistaken', () => {
  it('11.1 is not 11.10', () => {
    assert.notEqual(get('CMS/RES/11.1').title, get('CMS/RES/11.10').title);
    assert.deepEqual(idsOf('cms', 'resolution', '11.10'), ['CMS/RES/11.10']);
    assert.deepEqual(idsOf('cms', 'resolution', '12.07'), ['CMS/RES/12.7']);
  });

  it('the noun tells resolutions, decisions and recommendations apart', () => {
    assert.match(get('UNEP/EA.5/Res.2').title ?? '', /nitrogen/);
    assert.match(get('UNEP/EA.5/Dec.2').subject ?? '', /medium-term strategy/);
    assert.deepEqual(get('CMS/RES/7.2').revisions, ['COP12']);
    assert.deepEqual(get('CMS/REC/7.2').repealedBy, [{ id: 'CMS/RES/12.22' }]);
    assert.notEqual(get('CITES/Conf.18.7').title, get('CITES/DEC/18.7').title);
    assert.match(get('RES/1/CP.21').title ?? '', /gratitude/);
    assert.match(get('1/CP.21').title ?? '', /Paris Agreement/);
  });

  it('7.2 is another text in each agreement of the family', () => {
    for (const id of ['CMS/RES/7.2', 'AEWA/RES/7.2', 'ACAP/RES/7.2']) assert.equal(get(id).number, '7.2');
  });

  it('a decision with a roman number may be of four conventions', () => {
    assert.deepEqual(idsOf('cbd', 'decision', 'X/1'), ['CBD/COP/DEC/X/1']);
    assert.deepEqual(idsOf('montreal', 'decision', 'X/1'), ['MONTREAL/X/1']);
    assert.deepEqual(idsOf('vienna', 'decision', 'VC X/1'), ['VIENNA/X/1']);
    assert.deepEqual(idsOf('basel', 'decision', 'X/1'), [], 'from its tenth meeting Basel writes BC-10/1');
    assert.deepEqual(idsOf('iccm', 'resolution', 'V/1'), ['ICCM/V/1']);
    assert.equal(get('BASEL/V/1').kind, 'decision');
  });

  it('meetings are numbered in roman or arabic figures by their time', () => {
    assert.deepEqual(idsOf('cbd', 'decision', 'XIV/22'), ['CBD/COP/DEC/14/22']);
    assert.deepEqual(idsOf('cbd', 'decision', '13/3'), [], 'arabic from the fourteenth meeting on');
    assert.deepEqual(idsOf('ramsar', 'resolution', '13.4'), ['RAMSAR/XIII.4']);
    assert.deepEqual(idsOf('ramsar', 'recommendation', '4.7'), ['RAMSAR/REC/4.7']);
    assert.deepEqual(idsOf('cartagena', 'decision', 'CP-VIII/19'), ['CP-VIII/19']);
  });

  it('CP is the climate convention, COP the one on desertification', () => {
    assert.deepEqual(idsOf('unfccc', 'decision', '3/COP.8'), []);
    assert.equal(get('ICCD/3/COP.8').year, undefined, 'its year was known from memory alone');
  });

  it('zeros in front belong to the numbers of some bodies', () => {
    assert.deepEqual(idsOf('gcf', 'decision', 'B.8/7'), ['GCF/B.08/07']);
    assert.deepEqual(idsOf('iotc', 'resolution', '12/07'), ['IOTC/RES/12/07']);
  });

  it('a letter is part of a resolution of the General Assembly', () => {
    assert.deepEqual(idsOf('unga', 'resolution', '50/70 M'), ['A/RES/50/70M']);
    assert.deepEqual(idsOf('unga', 'resolution', '2625 (XXV)'), ['A/RES/2625(XXV)']);
    assert.deepEqual(idsOf('unga', 'resolution', '5/2'), [], 'sessions before the thirty-first have roman numbers');
  });

  it('a revision is the last that was made, not that of the last meeting', () => {
    assert.equal(get('CITES/Conf.9.24').revisions?.at(-1), 'CoP17');
    assert.equal(get('CITES/Conf.8.4').status, 'in-force');
  });

  it('a repeal is stated or inferred, and what is only recalled is not repealed', () => {
    for (const number of ['7.9', '8.11', '9.6', '10.21', '11.11']) {
      const { status, confidence, repealedBy } = get(`CMS/RES/${number}`);
      assert.deepEqual([status, confidence], ['repealed', undefined], number);
      assert.deepEqual(repealedBy, [{ id: 'CMS/RES/11.10', revision: 'COP13' }], number);
    }
    assert.equal(get('CMS/RES/10.25').status, 'in-force');
    assert.equal(get('CMS/RES/6.2').confidence, 'inferred');
    assert.equal(get('CMS/RES/3.2').repealedByConfidence, 'inferred');
    assert.equal(get('MC-3/11').status, undefined, 'MC-6/20 recalls it without repealing it');
  });

  it('a decision may be replaced in part', () => {
    const [link] = get('1/CP.16').partlyRepealedBy ?? [];
    assert.deepEqual(link, { id: '18/CMA.1', paragraphs: ['40–47', '60–64'] });
    assert.equal(get('1/CP.16').status, undefined);
  });

  it('a title does not identify a text', () => {
    assert.equal(get('18/CP.28').title, get('19/CP.28').title);
    assert.equal(get('UNEP/EA.2/Res.7').title, get('UNEP/EA.5/Res.7').title);
    assert.equal(get('NP-4/5').title, get('NP-5/6').title);
  });

  it('a number does not exist only where a meeting is known to its end', () => {
    assert.deepEqual(meetingOf('unfccc', 'COP21').counts, { decision: { number: 23 } });
    assert.deepEqual(meetingOf('minamata', 'COP6').counts, { decision: { number: 22 } });
    assert.deepEqual(meetingOf('cbd', 'COP13').counts, { decision: { number: 37, confidence: 'inferred' } });
    assert.deepEqual(meetingOf('cms', 'COP3').complete, ['resolution']);
    assert.equal(meetingOf('cms', 'COP11').complete, undefined);
    assert.equal(meetingOf('cites', 'CoP19').counts, undefined, 'a press count of mixed kinds');
  });

  it('each organ of the United Nations counts its own sessions', () => {
    assert.deepEqual(idsOf('hrc', 'resolution', '45/30'), ['A/HRC/RES/45/30']);
    assert.match(get('A/HRC/RES/45/30').titles?.fr ?? '', /droits de l'enfant/i);
    assert.match(get('A/RES/55/2').titles?.fr ?? '', /Déclaration du Millénaire/);
    assert.deepEqual(idsOf('un-habitat', 'resolution', '1/3'), ['HSP/HA.1/Res.3']);
    assert.deepEqual(idsOf('un-habitat-gc', 'resolution', '1/3'), ['HSP/GC/RES/1/3']);
    assert.deepEqual(idsOf('ecosoc', 'resolution', '2021/17'), ['E/RES/2021/17']);
  });

  it('a decision of the General Assembly in parts is listed part by part', () => {
    assert.deepEqual(idsOf('unga', 'decision', '71/408 B'), ['A/DEC/71/408B']);
    assert.equal(get('A/DEC/71/408A').title, get('A/DEC/71/408B').title);
    assert.equal(get('A/DEC/71/408A').date, undefined, 'the parts were adopted on different days');
  });

  it('a title of a roll-call table or of a scan is not stated', () => {
    const { title, titleConfidence, titles, titlesConfidence } = get('A/RES/58/157');
    assert.ok(title && titles?.fr);
    assert.deepEqual([titleConfidence, titlesConfidence], ['inferred', undefined]);
    assert.equal(get('A/RES/31/6').titlesConfidence, 'inferred');
    assert.equal(get('A/RES/78/189').titleConfidence, undefined);
  });

  it('a date on which sources differ is left out', () => {
    for (const id of ['A/RES/58/224', 'A/RES/74/14', 'A/HRC/RES/43/13']) assert.equal(get(id).date, undefined, id);
  });

  it('climate sessions whose contents list is closed are known to their end', () => {
    for (const [meeting, number] of [
      ['COP1', 21],
      ['COP16', 12],
      ['CMP1', 36],
    ] as const) {
      assert.deepEqual(meetingOf('unfccc', meeting).complete, ['decision'], meeting);
      assert.deepEqual(meetingOf('unfccc', meeting).counts, { decision: { number } }, meeting);
    }
    for (const meeting of ['COP5', 'COP7', 'COP10', 'CMP3']) {
      assert.equal(meetingOf('unfccc', meeting).complete, undefined, meeting);
    }
  });

  it('a maritime resolution is amended or revoked by another', () => {
    assert.deepEqual(get('IMO/A.1006(25)').repealedBy, [{ id: 'IMO/A.1126(30)' }]);
    assert.deepEqual(get('IMO/A.1126(30)').replaces, [{ id: 'IMO/A.1006(25)' }]);
    assert.deepEqual(get('IMO/MEPC.232(65)').amendedBy, [{ id: 'IMO/MEPC.255(67)' }, { id: 'IMO/MEPC.262(68)' }]);
    assert.equal(get('IMO/MEPC.232(65)').status, undefined, 'an amended text stands');
  });

  it('the bodies of weights and measures and of education are read only where they are named', () => {
    assert.deepEqual(idsOf('cgpm', 'resolution', '1 of the 26th CGPM'), ['CGPM/RES/26/1']);
    assert.deepEqual(idsOf('cgpm', 'resolution', '3 de la 22e CGPM'), ['CGPM/RES/22/3']);
    assert.deepEqual(idsOf('cipm', 'recommendation', '2 (CI-2015)'), ['CIPM/REC/2(2015)']);
    assert.deepEqual(idsOf('icpe', 'recommendation', 'n° 65'), ['ICPE/REC/65']);
    for (const id of ['cgpm', 'cipm', 'icpe', 'un-habitat']) {
      assert.ok(
        packOf(id).citations.every((form) => form.named === true),
        id,
      );
    }
  });
});
