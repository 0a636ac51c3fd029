import assert from 'node:assert/strict';
import { similarity } from '../../server/src/rules/similarity';
import { cms, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('instrument-title');

const recalling = (cited: string, head = ['body: cms', 'meeting: COP14']) =>
  cms({ head, preamble: [`*Recalling* ${cited},`] });
const unga = (cited: string) =>
  `---\nbody: unga\n---\n\n*The General Assembly*,\n\n*Recalling* ${cited},\n\n*Decides* to end here.\n`;

const AGENDA = 'Transforming our world: the 2030 Agenda for Sustainable Development';

describe('instrument-title', () => {
  it('finds a slip in a title in italics or quotation marks', () => {
    const text = recalling('Resolution 9.6 *Cooperation with Others Bodies*');
    assert.deepEqual(flagged(text), ['warning: Cooperation with Others Bodies']);
    assert.deepEqual(messages(text), [
      'Resolution 9.6 is registered under the title “Cooperation with Other Bodies”. Correct the title.',
    ]);
    assert.equal(mended(text), recalling('Resolution 9.6 *Cooperation with Other Bodies*'));
    assert.equal(
      mended(
        unga(
          'its resolution 70/1 of 25 September 2015, entitled “Transforming the world: the 2030 Agenda for Sustainable Development”',
        ),
      ),
      unga(`its resolution 70/1 of 25 September 2015, entitled “${AGENDA}”`),
    );
  });

  it('finds a title behind “entitled” without marks, and nothing of what follows it', () => {
    const text = unga(
      `resolution 70/1 entitled Transforming the world: the 2030 Agenda for Sustainable Development and others`,
    );
    assert.equal(mended(text), unga(`resolution 70/1 entitled ${AGENDA} and others`));
  });

  it('leaves the registered title alone, in any case and with any dashes and marks', () => {
    assert.deepEqual(flagged(recalling('Resolution 9.6 *COOPERATION with other bodies*')), []);
    assert.deepEqual(flagged(recalling('Resolution 9.6 (*Cooperation with Other Bodies*)')), []);
    assert.deepEqual(flagged(unga(`resolution 70/1, entitled “${AGENDA.replace(':', ' –')}”`)), []);
  });

  it('leaves a longer title alone, as the registry may hold a short one', () => {
    assert.deepEqual(flagged(recalling('Resolution 9.6 *Cooperation with Other Bodies and Processes*')), []);
  });

  it('asks for the number where the title is another', () => {
    const text = recalling('Resolution 9.6 *Bycatch of Marine Turtles in Nets*');
    assert.deepEqual(messages(text), [
      'Resolution 9.6 is registered under the title “Cooperation with Other Bodies”. Check the number and the title.',
    ]);
    assert.throws(() => mended(text));
    assert.deepEqual(flagged(recalling('Resolution 9.6 *Inter alia*')), []);
  });

  it('lets a subject be in the drafter’s words, but not mistyped', () => {
    assert.deepEqual(flagged(recalling('Resolution 12.20 on the managements of a marine debris')), []);
    assert.deepEqual(flagged(recalling('Resolution 12.20 on the managment of marine debris')), [
      'information: the managment of marine debris',
    ]);
    assert.deepEqual(flagged(recalling('Resolution 12.20 on the management of debris in the sea')), []);
    assert.deepEqual(flagged(recalling('Resolution 12.20 on nets')), []);
  });

  it('keeps a small letter where it mends a subject', () => {
    assert.match(
      mended(recalling('Resolution 12.20 on managment of marine debris')),
      /12\.20 on management of Marine Debris,/,
    );
  });

  it('leaves the title of an annex alone', () => {
    assert.deepEqual(
      flagged(unga('the annex to resolution 70/1, entitled “Transforming the world: the 2030 Agenda”')),
      [],
    );
  });

  it('says nothing of a title that a list shares, and of one that no source states', () => {
    assert.deepEqual(flagged(recalling('Resolutions 9.6 and 12.20 *Cooperation with Others Bodies*')), []);
    const french =
      '---\nbody: cms\nlanguage: fr\n---\n\nLa Conférence des Parties,\n\n*Rappelant* la résolution 9.6 *Coopération avec les autres organes*,\n\n*Décide* de poursuivre.\n';
    assert.deepEqual(flagged(french), []);
  });

  it('wants the marks of the house style', () => {
    const text = recalling('Resolution 9.6 “Cooperation with Other Bodies”');
    assert.deepEqual(flagged(text), ['information: Cooperation with Other Bodies']);
    assert.deepEqual(messages(text), [
      'This title is not in italics, as this house style sets titles. Set it in italics.',
    ]);
    assert.equal(mended(text), recalling('Resolution 9.6 *Cooperation with Other Bodies*'));
    assert.equal(mended(unga(`resolution 70/1, entitled *${AGENDA}*`)), unga(`resolution 70/1, entitled “${AGENDA}”`));
  });

  it('wants the marks of most titles where the house style asks for none', () => {
    const mixed = recalling(
      'Resolution 9.6 *Cooperation with Other Bodies* and Resolution 12.20 “Management of Marine Debris”',
      ['body: cms', 'meeting: COP14', 'house-style: generic'],
    );
    assert.deepEqual(flagged(mixed), ['information: Management of Marine Debris']);
    assert.match(messages(mixed)[0] ?? '', /like the other titles of the text/);
  });

  it('is silent about marks where the text has no italics at all', () => {
    const plain =
      '---\nbody: cms\n---\n\nRecalling Resolution 9.6 “Cooperation with Other Bodies”,\n\nDecides to end here.\n';
    assert.deepEqual(findings(plain), []);
  });

  it('measures how alike two texts are', () => {
    assert.equal(similarity('', ''), 1);
    assert.equal(similarity('nest', 'nest'), 1);
    assert.equal(similarity('nest', 'nets'), 0.5);
    assert.equal(similarity('nest', ''), 0);
  });
});
