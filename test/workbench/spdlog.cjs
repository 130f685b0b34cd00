// Stands in for the native module @vscode/spdlog, which the npm packages leave to be compiled, so that VS Code's
// output channels and logs have content. Only what VS Code uses of it; files are not rotated.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	#file;
	#level = 2;
	#formatted = true;

	/** @param {string} file */
	constructor(file) {
		this.#file = file;
		mkdirSync(dirname(file), { recursive: true });
	}

	trace = (/** @type {string} */ text) => this.#write(0, text);
	debug = (/** @type {string} */ text) => this.#write(1, text);
	info = (/** @type {string} */ text) => this.#write(2, text);
	warn = (/** @type {string} */ text) => this.#write(3, text);
	error = (/** @type {string} */ text) => this.#write(4, text);
	critical = (/** @type {string} */ text) => this.#write(5, text);

	getLevel() {
		return this.#level;
	}

	/** @param {number} level */
	setLevel(level) {
		this.#level = level;
	}

	setPattern() {
		this.#formatted = true;
	}

	clearFormatters() {
		this.#formatted = false;
	}

	flush() {}

	drop() {}

	/** @param {number} level @param {string} text */
	#write(level, text) {
		if (level < this.#level) return;
		const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
		appendFileSync(this.#file, this.#formatted ? `${time} [${levels[level]}] ${text}\n` : text);
	}
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
/** @param {string} _name @param {string} file */
const createLogger = async (_name, file) => new Logger(file);
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
