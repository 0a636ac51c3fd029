// From a keystroke to the diagnostics, in each server.
import { NotMeasured } from '../programs.mjs';
import { servers, session } from '../servers.mjs';
import { shuffled } from '../stats.mjs';

const EDITS = { '14 kB': 300, '100 kB': 300, '1 MB': 200, '10 MB': 40 };

export async function keystroke({ texts, samples, random, limit, quick, floorServer }, round) {
  const all = servers(floorServer);
  for (const [size, text] of Object.entries(texts)) {
    for (const name of shuffled(Object.keys(all), random)) {
      const key = `key ${size}: ${name}`;
      if (samples.noteOf(key) !== undefined) continue;
      try {
        const counts = { edits: quick ? 100 : EDITS[size], limit, seconds: quick ? 3 : 20 };
        const { ready, open, times, found, idle, used } = await session(all[name], text, counts);
        samples.keep(`ready: ${name}`, round, [ready]);
        samples.keep(`open ${size}: ${name}`, round, [open]);
        samples.keep(key, round, times);
        samples.keep(`found ${size}: ${name}`, round, [found]);
        if (idle) samples.keep(`idle: ${name}`, round, [idle.now]);
        if (used) samples.keep(`memory ${size}: ${name}`, round, [used.now]);
      } catch (error) {
        if (!(error instanceof NotMeasured)) throw error;
        samples.noteAbove(`key {size}: ${name}`, size, error.message);
      }
    }
  }
}
