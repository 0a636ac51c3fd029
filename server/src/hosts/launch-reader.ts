import { launch } from './launch';

launch('reader.main.js');
