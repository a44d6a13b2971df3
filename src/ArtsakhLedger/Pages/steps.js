// Steps from change to change with the arrow keys, and by dragging along the line of the polity's life. Both lead to addresses that the page has as links too.

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
    const first = Number(line.dataset.first);
    const last = Number(line.dataset.last);
    let reached = first;
    const changes = line.dataset.changes.split(' ').map(days => reached += Number(days));
    const mark = line.querySelector('.asked');
    line.classList.add('draggable');

    const dayAt = event => {
        const { left, width } = line.getBoundingClientRect();
        const day = first + Math.min(1, Math.max(0, (event.clientX - left) / width)) * (last - first);
        return changes.reduce((best, change) => Math.abs(change - day) < Math.abs(best - day) ? change : best);
    };
    const show = day => {
        mark.setAttribute('x', `${100 * (day - first) / (last - first)}%`);
        mark.setAttribute('width', '0');
        box.value = isoOf(day);
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

// Day 0 is 1 January 1970. Years beyond four digits are written as EDTF writes them.
function isoOf(day) {
    const date = new Date(day * 86400000);
    const year = date.getUTCFullYear();
    const digits = String(Math.abs(year)).padStart(4, '0');
    return `${year < 0 ? '-' : ''}${digits.length > 4 ? 'Y' : ''}${digits}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`;
}
