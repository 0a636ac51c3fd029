/** What changed between two sets of figures, a line each: "gained" and "lost" as a reader of the texts sees it. */
export function differences(before, after) {
  const ids = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])];
  return ids.flatMap((id) => {
    const [old, now] = [before.texts[id], after.texts[id]];
    if (!old || !now) return [`${id}: ${now ? 'is new' : 'is gone'}`];
    return [...structure(old, now), ...citations(old, now), ...findings(old, now)].map((line) => `${line} in ${id}`);
  });
}

const structure = (old, now) =>
  old.exact === now.exact ? [] : [now.exact ? 'gained: structure is exact' : 'lost: structure is no longer exact'];

const citations = (old, now) =>
  [
    ['found', 1],
    ['extra', -1],
    ['missed', -1],
  ].flatMap(([name, sign]) => {
    const more = now[name] - old[name];
    return more === 0 ? [] : [`${more * sign > 0 ? 'gained' : 'lost'}: citations ${name} ${old[name]} → ${now[name]}`];
  });

/** In adopted texts a finding more is a loss until it is looked at. */
function findings(old, now) {
  const keys = [...new Set([...Object.keys(old.findings ?? {}), ...Object.keys(now.findings ?? {})])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [old.findings?.[key] ?? 0, now.findings?.[key] ?? 0];
    return was === is ? [] : [`${is < was ? 'gained' : 'lost'}: ${key} ${was} → ${is}`];
  });
}
