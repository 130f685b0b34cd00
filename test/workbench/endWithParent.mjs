// Preloaded into VS Code's server: however its parent ends, even killed, the server and everything it started go too.
import process from 'node:process';

// The processes the server forks inherit the preload, but not the pipe.
if (process.argv[1]?.endsWith('server-main.js')) {
	process.stdin.on('end', () =>
		process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'),
	);
	process.stdin.resume();
	process.stdin.unref();
}
