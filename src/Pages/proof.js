// Verifies in the browser that the log holds the fact as the page shows it: from the stored body to its leaf (RFC 8785, salted SHA-256), along the
// inclusion proof (RFC 9162, section 2.1.3) to the root of the checkpoint, and whether the log's key signed the checkpoint (C2SP signed-note, Ed25519).

const section = document.querySelector('.proof');
const button = document.querySelector('#verify');
const steps = document.querySelector('#verification');
const utf8 = new TextEncoder();

if (section && button) {
    button.hidden = false;
    button.addEventListener('click', async () => {
        steps.replaceChildren();
        if (!globalThis.crypto?.subtle) {
            say('refuted', 'This browser has no Web Crypto at this address; it has on localhost and over HTTPS.');
            return;
        }

        button.disabled = true;
        try {
            await verify(section.dataset.fact, Number(section.dataset.position));
        } catch (problem) {
            say('refuted', `Not verified: ${problem.message}`);
        }
        button.disabled = false;
    });
}

async function verify(fact, position) {
    const [proof, vkey] = await Promise.all([
        get(`/facts/${encodeURIComponent(fact)}/proof`, 'application/json').then(text => JSON.parse(text)),
        get('/log/vkey', 'text/plain'),
    ]);
    const leaf = JSON.parse(proof.receipt.leaf);
    const salt = fromHex(proof.receipt.salt);

    require(proof.id === fact && proof.body.id === fact, 'the proof is of another fact');
    require(leaf.position === position && proof.position === position, 'the proof is of another position');
    require(await digestOf(salt, proof.body) === leaf.bodySha256, 'the body is not that of the leaf');
    require(await digestOf(salt, proof.author) === leaf.authorSha256, 'the author is not that of the leaf');
    say('verified', `The event as stored, and its author, are those of the leaf at position ${position}.`);

    const { index, path, note } = readProof(proof.receipt.proof);
    const { origin, size, root, text, signatures } = readNote(note);
    require(index === position - 1, 'the index is not that of the position');
    const found = await rootFrom(index, size, await sha256(join(Uint8Array.of(0), utf8.encode(proof.receipt.leaf))), path);
    require(found && sameBytes(found, root), 'the path does not lead to the root of the checkpoint');
    say('verified', `${path.length} hashes lead from the leaf to the root of the log of ${size} entries: ${toBase64(root)}`);

    await verifySignature(vkey.trim(), origin, text, signatures);
}

async function verifySignature(vkey, origin, text, signatures) {
    const [name, id, ...rest] = vkey.split('+');
    const encoded = fromBase64(rest.join('+'));
    require(name === origin && encoded[0] === 1 && encoded.length === 33, 'the key is not an Ed25519 key of this log');
    const keyId = (await sha256(join(utf8.encode(`${name}\n`), encoded))).slice(0, 4);
    require(toHex(keyId) === id, 'the key does not have the number that it gives');

    let key;
    try {
        key = await crypto.subtle.importKey('raw', encoded.slice(1), 'Ed25519', false, ['verify']);
    } catch {
        say('', 'This browser cannot verify Ed25519 signatures; that of the checkpoint is not checked.');
        return;
    }

    const own = signatures.filter(signature => signature.name === name && sameBytes(signature.bytes.slice(0, 4), keyId));
    require(own.length > 0, 'the checkpoint is not signed with this key');
    for (const signature of own) {
        require(await crypto.subtle.verify('Ed25519', key, signature.bytes.slice(4), utf8.encode(text)), 'the signature is wrong');
    }

    say('verified', `The checkpoint is signed with the log’s key ${vkey}. Keep the key and the checkpoint elsewhere: only they tell if somebody rewrites the whole log.`);
}

async function get(address, type) {
    const response = await fetch(address, { headers: { Accept: type }, cache: 'no-store' });
    require(response.ok, `${address} answers ${response.status}`);
    return response.text();
}

// C2SP tlog-proof: a header, optional extra data, the index, the hashes, an empty line, the checkpoint.
function readProof(text) {
    const end = text.indexOf('\n\n');
    const [header, ...lines] = text.slice(0, end).split('\n');
    require(header === 'c2sp.org/tlog-proof@v1', 'this is no proof');
    const at = lines.findIndex(line => line.startsWith('index '));
    return { index: Number(lines[at].slice(6)), path: lines.slice(at + 1).map(fromBase64), note: text.slice(end + 2) };
}

// C2SP signed-note and tlog-checkpoint: the signed text ends with the newline before the empty line.
function readNote(note) {
    const end = note.lastIndexOf('\n\n');
    const text = note.slice(0, end + 1);
    const [origin, size, root] = text.split('\n');
    const signatures = note.slice(end + 2).trimEnd().split('\n').map(line => {
        const [dash, name, bytes] = line.split(' ');
        require(dash === '—' && bytes, 'a signature is malformed');
        return { name, bytes: fromBase64(bytes) };
    });
    return { origin, size: Number(size), root: fromBase64(root), text, signatures };
}

// RFC 9162, section 2.1.3.2; null where the path has the wrong length.
async function rootFrom(index, size, leaf, path) {
    let [place, last, hash] = [index, size - 1, leaf];
    for (const beside of path) {
        if (last === 0) {
            return null;
        }

        if (place % 2 === 1 || place === last) {
            hash = await nodeOf(beside, hash);
            while (place % 2 === 0 && place !== 0) {
                place = Math.floor(place / 2);
                last = Math.floor(last / 2);
            }
        } else {
            hash = await nodeOf(hash, beside);
        }

        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
    }

    return last === 0 ? hash : null;
}

const nodeOf = (left, right) => sha256(join(Uint8Array.of(1), left, right));

const digestOf = async (salt, said) => toHex(await sha256(join(salt, utf8.encode(canonical(said)))));

// RFC 8785: members sorted by UTF-16 code units; strings and numbers as ECMAScript writes them.
function canonical(value) {
    return Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
        : value !== null && typeof value === 'object'
            ? `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
            : JSON.stringify(value);
}

async function sha256(bytes) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function join(...parts) {
    const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        joined.set(part, at);
        at += part.length;
    }

    return joined;
}

function sameBytes(left, right) {
    return left.length === right.length && left.every((byte, place) => byte === right[place]);
}

function fromHex(text) {
    return Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));
}

function toHex(bytes) {
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64(text) {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

function toBase64(bytes) {
    return btoa(String.fromCharCode(...bytes));
}

function require(holds, otherwise) {
    if (!holds) {
        throw new Error(otherwise);
    }
}

function say(form, text) {
    const step = document.createElement('li');
    step.className = form;
    step.textContent = text;
    steps.append(step);
}
