import type { Pack } from '../../server/src/registry/pack';
import type { Analysis, Service } from '../../server/src/service/api';
import { createService } from '../../server/src/service/service';

/** A title that tries every way out of plain text that Markdown and HTML know. */
export const hostileTitle =
  '[Free](command:evil) ![x](http://example.org/x.png) <b onmouseover="x">*bold*</b> `code` # Heading | cell\n\n---\n\n> quote & &lt;';

/** A body that does not exist, with facts that the packs of real bodies happen to lack. */
export const lakes: Pack = {
  version: 1,
  body: {
    id: 'lakes',
    name: 'Convention on the <u>Example</u> Lakes',
    organ: 'Conference of the Parties to the Convention on the Example Lakes',
    names: { en: ['Convention on the Example Lakes', 'Lakes Convention'] },
    symbols: ['UNEP/LAKES/'],
    houseStyle: 'un-mea',
  },
  citations: [
    {
      kind: 'decision',
      id: 'LC-{meeting}/{serial}',
      alone: ['LC-{meeting}/{serial}'],
      elided: ['{meeting}/{serial}'],
      parts: { meeting: { min: 1, max: 60 } },
      meeting: 'COP{meeting}',
      write: 'decision LC-{meeting}/{serial}',
      writeNumber: 'LC-{meeting}/{serial}',
    },
  ],
  revision: { read: ['(Rev. COP {meeting})', '(Rev.)'], write: '(Rev.COP{meeting})', id: 'COP{meeting}' },
  meetings: [
    { id: 'COP1', name: 'First meeting', ordinal: 1, year: 2011, complete: ['decision'] },
    { id: 'COP2', name: 'Second meeting', ordinal: 2, year: 2014, counts: { decision: { number: 14 } } },
    { id: 'COP3', name: 'Third meeting', ordinal: 3, year: 2017, place: 'Lakeside' },
  ],
  instruments: [
    {
      id: 'LC-1/1',
      kind: 'decision',
      number: 'LC-1/1',
      title: hostileTitle,
      meeting: 'COP1',
      status: 'in-force',
      asOf: 'COP3',
      url: 'javascript:alert(1)',
      sources: ['evil', 'plain'],
    },
    {
      id: 'LC-2/5',
      kind: 'decision',
      number: 'LC-2/5',
      title: 'Water levels',
      meeting: 'COP2',
      revisions: ['COP3'],
      revisionsConfidence: 'inferred',
      status: 'in-force',
    },
    {
      id: 'LC-2/6',
      kind: 'decision',
      number: 'LC-2/6',
      title: 'Reeds',
      meeting: 'COP2',
      status: 'repealed',
      repealedBy: [{ id: 'LC-3/1' }, { id: 'LC-3/2' }],
    },
    {
      id: 'LC-2/7',
      kind: 'decision',
      number: 'LC-2/7',
      subject: 'fish ladders',
      meeting: 'COP2',
      partlyRepealedBy: [{ id: 'LC-3/1', paragraphs: ['4'] }],
    },
    {
      id: 'LC-2/8',
      kind: 'decision',
      number: 'LC-2/8',
      title: 'Boats',
      meeting: 'COP2',
      status: 'expired',
      confidence: 'inferred',
    },
    {
      id: 'LC-3/1',
      kind: 'decision',
      number: 'LC-3/1',
      title: 'Reeds and fish',
      meeting: 'COP3',
      replaces: [{ id: 'LC-2/6' }],
      status: 'in-force',
      sources: ['plain'],
    },
    { id: 'LC-3/2', kind: 'decision', number: 'LC-3/2', title: 'Shores', meeting: 'COP3' },
  ],
  sources: {
    evil: { url: 'https://example.org/a)](command:evil) "x', note: 'n' },
    plain: { url: 'https://example.org/report', note: 'Report, annex I.' },
  },
};

export const lakesService: Service = createService({ packs: [lakes] });

export const analyseLakes = (text: string): Analysis =>
  lakesService.analyse(text, { settings: { rules: {}, body: 'lakes' }, forced: true });
