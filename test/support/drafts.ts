/** A draft resolution with one fault of each kind that the tests of the protocol ask for. */
export const draft = `# Draft Resolution on the lanterns of harbours

*Recalling* Resolution 7.9 on cooperation with other bodies,

*The Conference of the Parties to the
Convention on the Conservation of Migratory Species of Wild Animals*

1. *Urges* Parties to dim the lanterns of their harbours while birds pass;

3. *Requests* the Secretariat to collect what Parties report, in line with Resolution 12.4; and

4. Invites donors to pay for new lanterns.
`;

/** The same with the lines ended as Windows does, and with characters of two UTF-16 units before each fault. */
export const wideDraft = draft
  .replaceAll('Resolution', '\u{1d11e} Resolution')
  .replace('3. *Requests*', '3. *Requests* \u{1d11e}')
  .replaceAll('\n', '\r\n');
