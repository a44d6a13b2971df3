// Steps from change to change with the arrow keys, or by dragging along the line of the polity's life. The page has links to the same addresses.

const typing = 'input, textarea, select, summary, [contenteditable]';

addEventListener('keydown', event => {
    const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
    if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest?.(typing)) {
        return;
    }

    const link = document.querySelector(`a[rel="${rel}"]`);
    if (link) {
        event.preventDefault();
        location.assign(link.href);
    }
});

const line = document.querySelector('svg.life[data-changes]');
const box = document.querySelector('#on');
if (line && box) {
    // Day numbers may exceed what a Number holds exactly.
    const first = BigInt(line.dataset.first);
    const last = BigInt(line.dataset.last);
    let reached = first;
    const changes = line.dataset.changes.split(' ').map(days => reached += BigInt(days));
    const mark = line.querySelector('.asked');
    line.classList.add('draggable');

    const placeOf = day => Number(day - first) / Number(last - first);
    const dayAt = event => {
        const { left, width } = line.getBoundingClientRect();
        const place = (event.clientX - left) / width;
        return changes.reduce((best, change) => Math.abs(placeOf(change) - place) < Math.abs(placeOf(best) - place) ? change : best);
    };
    const show = day => {
        mark.setAttribute('x', `${100 * placeOf(day)}%`);
        mark.setAttribute('width', '0');
        box.value = edtfOf(day);
        box.dispatchEvent(new Event('input'));
    };

    line.addEventListener('pointerdown', event => {
        line.setPointerCapture(event.pointerId);
        show(dayAt(event));
    });
    line.addEventListener('pointermove', event => {
        if (line.hasPointerCapture(event.pointerId)) {
            show(dayAt(event));
        }
    });
    line.addEventListener('pointerup', event => {
        show(dayAt(event));
        box.form.requestSubmit();
    });
}

// Day 0 is 1 January 1970. EDTF has only the year where it has more than four digits. The calendar repeats every 400 years, so that a Date finds the day in
// any of them.
function edtfOf(day) {
    const days = 146097n;
    const within = ((day % days) + days) % days;
    const date = new Date(Number(within) * 86400000);
    const year = BigInt(date.getUTCFullYear()) + 400n * ((day - within) / days);
    return year < -9999n || year > 9999n
        ? `Y${year}`
        : `${year < 0n ? '-' : ''}${String(year < 0n ? -year : year).padStart(4, '0')}-${date.toISOString().slice(5, 10)}`;
}
