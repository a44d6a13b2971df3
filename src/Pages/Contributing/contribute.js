// When typing pauses, says below a quote whether it is in the text of its source (GET /sources/{id}/quote). Also keeps a form from being sent twice.

const pause = 400;

for (const citation of document.querySelectorAll('fieldset.citation')) {
    const said = citation.querySelector('.checked');
    const box = name => citation.querySelector(`[name$="/${name}"]`);
    let latest = 0;

    citation.addEventListener('input', async () => {
        const asked = ++latest;
        await new Promise(resolve => setTimeout(resolve, pause));
        if (asked !== latest) {
            return;
        }

        const text = await findingOf(box('source').value.trim(), box('quote').value.trim(), box('prefix').value, box('suffix').value);
        if (asked === latest) {
            said.textContent = text;
        }
    });
}

async function findingOf(source, exact, prefix, suffix) {
    if (!source || !exact) {
        return '';
    }

    const question = new URLSearchParams({ exact });
    for (const [name, value] of Object.entries({ prefix, suffix })) {
        if (value.trim()) {
            question.set(name, value);
        }
    }

    try {
        const response = await fetch(`/sources/${encodeURIComponent(source)}/quote?${question}`, { headers: { Accept: 'application/json' } });
        const answer = await response.json();
        return response.ok ? inWords(answer) : answer.detail;
    } catch {
        return 'The quote could not be checked just now; it is checked when you send the form.';
    }
}

function inWords({ words, checked, places, problems }) {
    const count = words === 1 ? '1 word' : `${words} words`;
    return problems.length ? `${count}: ${problems.map(({ message }) => message).join('; ')}.`
        : checked ? `${count}: it stands in the source ${places === 1 ? 'once' : `${places} times`}.`
            : `${count}: not checked, for the text of this source is not here.`;
}

const form = document.querySelector('#fact');
form?.addEventListener('submit', event => {
    if (form.dataset.sent) {
        event.preventDefault();
    }

    form.dataset.sent = 'true';
});
addEventListener('pageshow', () => delete form?.dataset.sent);
