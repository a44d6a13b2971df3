// While a date is typed, says beside the box what it is understood as (GET /dates).

const box = document.querySelector('#on');
const said = document.querySelector('#understood');
let latest = 0;

box?.addEventListener('input', async () => {
    const asked = ++latest;
    await new Promise(resolve => setTimeout(resolve, 150));
    if (asked !== latest) {
        return;
    }

    const response = await fetch(`/dates?edtf=${encodeURIComponent(box.value)}`, { headers: { Accept: 'application/json' } });
    const answer = await response.json();
    if (asked === latest) {
        const calendar = answer.english?.includes(' BC') ? ' (proleptic Gregorian)' : '';
        said.textContent = response.ok ? `understood as ${answer.english}${calendar}` : box.value ? answer.detail : '';
    }
});
