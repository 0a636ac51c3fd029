import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deferred, isDeferred } from '../../server/src/registry/deferred';
import type { Pack } from '../../server/src/registry/pack';
import { createRegistry } from '../../server/src/registry/registry';
import { createService } from '../../server/src/service/service';
import { ensureBuilt } from '../support/build';
import { lamps, mirrors, resolution } from './world';

/** `pack` as one that is read when asked for, and how often it was. */
function waiting(pack: Pack) {
  const { instruments, sources, ...head } = pack;
  const counted = { reads: 0 };
  const read = () => {
    counted.reads++;
    return { ...(instruments && { instruments }), ...(sources && { sources }) };
  };
  return { pack: deferred(head, read), counted };
}

const facts = lamps([resolution('3.1', { title: 'Shades', sources: ['s'] })], {
  sources: { s: { note: 'A report.' } },
});

describe('A deferred pack', () => {
  it('is read once, when an id of its body is asked for', () => {
    const { pack, counted } = waiting(facts);
    const registry = createRegistry([pack, mirrors]);
    assert.equal(registry.instrument('M-1/1')?.number, 'M-1/1');
    assert.equal(registry.instrument('nonsense'), undefined);
    assert.ok(registry.covers('lamps') && registry.meeting('lamps', 'COP3'));
    assert.deepEqual([counted.reads, isDeferred(pack)], [0, true]);
    assert.equal(registry.instrument('LAMPS/RES/3.1')?.title, 'Shades');
    assert.equal(registry.instrument('LAMPS/RES/3.2'), undefined);
    assert.equal(registry.source('lamps', 's')?.note, 'A report.');
    assert.deepEqual([counted.reads, isDeferred(pack)], [1, false]);
  });

  it('is no other than one that was read at once', () => {
    const over = lamps([resolution('3.1', { status: 'in-force' })], { origin: 'team.json', citations: [] });
    const [late, early] = [waiting(facts).pack, facts].map((pack) => createRegistry([pack, mirrors, over]));
    assert.deepEqual([...(late?.all() ?? [])], [...(early?.all() ?? [])]);
    assert.deepEqual(late?.instrument('LAMPS/RES/3.1'), early?.instrument('LAMPS/RES/3.1'));
    assert.equal(late?.instrument('LAMPS/RES/3.1')?.origins?.status, 'team.json');
    assert.deepEqual(JSON.parse(JSON.stringify(waiting(facts).pack)), JSON.parse(JSON.stringify(facts)));
  });

  it('is not read by the analysis of a draft that cites nothing of its body', () => {
    const { pack, counted } = waiting(facts);
    const service = createService({ packs: [pack, mirrors] });
    const options = { settings: { rules: {} }, forced: true };
    service.analyse(
      '# Draft decision\n\n*Recalling* decision M-1/1,\n\n1. *Urges* Parties to dim the lamps.\n',
      options,
    );
    assert.equal(counted.reads, 0);
    const { citations } = service.analyse('*Recalling* Resolution 3.1 of the Convention on Lamps,\n', options);
    assert.equal(citations[0]?.instrument, 'LAMPS/RES/3.1');
    assert.ok(counted.reads <= 1);
  });
});

describe('The packs inside the program', function () {
  this.timeout(30_000);

  it('are those of registry/, whole', async () => {
    await ensureBuilt();
    const root = path.join(__dirname, '..', '..');
    const texts: typeof import('resolute:packs') = require(path.join(root, 'dist', 'packs.js'));
    const names = readdirSync(path.join(root, 'registry')).filter(
      (name) => name.endsWith('.json') && name !== 'pack.schema.json',
    );
    const rests = texts.rests.map((text) => (text === null ? {} : JSON.parse(text())));
    const heads: object[] = JSON.parse(texts.heads());
    const packs = heads.map((head, i) => ({ ...head, ...rests[i] }));
    assert.equal(packs.length, names.length);
    for (const [i, name] of names.sort().entries())
      assert.deepEqual(packs[i], JSON.parse(readFileSync(path.join(root, 'registry', name), 'utf8')), name);
  });
});
