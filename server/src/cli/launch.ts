import { setFlagsFromString } from 'node:v8';
import { launch } from '../hosts/launch';
import { threadArgument } from '../hosts/thread-argument';

const [, , command = ''] = process.argv;
// A short life: V8 is to take eight times as long before it works on making a function faster, which costs a check of
// 14 kB a quarter of its time, one of 1 MB a third. (Node has known this flag from 20 on.)
if (command !== threadArgument) setFlagsFromString('--interrupt-budget=1000000');
launch('cli.main.js', /^[a-z]{1,12}$/.test(command) ? command : '');
