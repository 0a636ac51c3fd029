/** The argument that a program is started with as a thread: by it a program can tell without loading what threads need. */
export const threadArgument = 'thread';
