import 'reflect-metadata'; // which the next one asks for
import * as x509 from '@peculiar/x509';

/** A certificate with its key, in PEM. */
export interface Identity {
	readonly cert: string;
	readonly key: string;
}

/** A certificate authority that nobody knows unless told, as companies have them. */
export interface PrivateAuthority {
	/** What to trust, in PEM. */
	readonly certificate: string;
	/** A certificate for servers of these names and addresses. */
	issue(...hosts: readonly string[]): Promise<Identity>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 60 * 60 * 1000;

/** Founds one for as long as a test may last. */
export async function privateAuthority(name = 'Private Authority of Contoso'): Promise<PrivateAuthority> {
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const root = await x509.X509CertificateGenerator.createSelfSigned({
		...validity(),
		name: `CN=${name}`,
		keys,
		signingAlgorithm: algorithm,
		extensions: [
			new x509.BasicConstraintsExtension(true, undefined, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
		],
	});
	return {
		certificate: root.toString('pem'),
		issue: (...hosts) => issued({ issuer: root.subject, signingKey: keys.privateKey }, hosts),
	};
}

interface Issuer {
	readonly issuer: string;
	readonly signingKey: CryptoKey;
}

async function issued({ issuer, signingKey }: Issuer, hosts: readonly string[]): Promise<Identity> {
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const names = hosts.map((value) => ({
		type: isAddress(value) ? ('ip' as const) : ('dns' as const),
		value,
	}));
	const certificate = await x509.X509CertificateGenerator.create({
		...validity(),
		subject: `CN=${hosts[0]}`,
		issuer,
		publicKey: keys.publicKey,
		signingKey,
		signingAlgorithm: algorithm,
		extensions: [new x509.SubjectAlternativeNameExtension(names)],
	});
	const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
	return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
}

function validity() {
	return { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };
}

function isAddress(host: string): boolean {
	return /^[\d.]+$|:/.test(host);
}
