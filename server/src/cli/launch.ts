import { setFlagsFromString } from 'node:v8';
import { launch } from '../hosts/launch';
import { threadArgument } from '../hosts/thread-argument';

const [, , command = ''] = process.argv;
// A short life: V8 is to wait before it works on making functions faster, which costs a check of 14 kB a quarter of its
// time, one of 1 MB a third. Later versions of Node have a quick first optimizer, and do not know this flag.
if (command !== threadArgument && process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
launch('cli.main.js', /^[a-z]{1,12}$/.test(command) ? command : '');
