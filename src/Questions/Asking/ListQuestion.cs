using System.Globalization;

namespace ArtsakhLedger.Asking;

/// <summary>A request for a page of a list, the same for every list of the service.</summary>
public sealed class ListQuestion
{
    /// <summary>The maximum number of items on a page.</summary>
    public const int MaximumLimit = 500;

    /// <summary>The default number of items on a page.</summary>
    public const int DefaultLimit = 100;

    private readonly string list;
    private readonly int limit;
    private readonly Cursor? after;

    private ListQuestion(string list, int limit, Cursor? after, bool isPaged) =>
        (this.list, this.limit, this.after, IsPaged) = (list, limit, after, isPaged);

    /// <summary>Whether <c>limit</c> or <c>cursor</c> was sent.</summary>
    public bool IsPaged { get; }

    /// <summary>Whether it asks for the first page.</summary>
    public bool IsFirst => after is null;

    /// <summary>Parses the parameters.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="limit">The <c>limit</c> that was sent: 1 to 500.</param>
    /// <param name="cursor">The <c>cursor</c> that was sent; null for the first page.</param>
    /// <param name="parameters">Every other parameter that was sent; null for those that were not.</param>
    /// <exception cref="QuestionProblem">400 for an invalid limit or cursor.</exception>
    public static ListQuestion Parse(
        string path,
        string? limit,
        string? cursor,
        params IEnumerable<(string Name, string? Value)> parameters
    )
    {
        var address = Address.Of(path, parameters);
        return new(address, LimitOf(limit), cursor is null ? null : Cursor.Parse(cursor, address), limit is not null || cursor is not null);
    }

    /// <summary>The state of knowledge of the page: for later pages, that of the first.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="knownAt">The <c>known-at</c> that was sent; null for the head.</param>
    /// <param name="polity">The polity that a short batch name belongs to.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">As for any <c>known-at</c>, and 400 for a cursor of a position that the ledger does not have.</exception>
    public async Task<KnownAt> KnownAtAsync(ILedger ledger, string? knownAt, string? polity, CancellationToken cancellation)
    {
        if (after is null)
        {
            return await KnownAt.ResolveAsync(ledger, knownAt, polity, cancellation);
        }

        var head = await ledger.HeadAsync(cancellation);
        return after.Position <= head.Position ? new(after.Position, head, Pinned: true, Batch: null) : throw Cursor.Unusable();
    }

    /// <summary>Takes the page from the whole list.</summary>
    /// <param name="items">Every item of the list as known, in order.</param>
    /// <param name="keyOf">Returns the key that identifies an item within the list.</param>
    /// <param name="position">The last position that touched the list. Later pages use it, so that entries recorded elsewhere do not change
    /// the page.</param>
    /// <exception cref="QuestionProblem">400 for a cursor whose item is not in the list.</exception>
    public Page<T> PageOf<T>(IReadOnlyList<T> items, Func<T, string> keyOf, long position)
    {
        var from = 0;
        if (after is not null)
        {
            while (from < items.Count && keyOf(items[from]) != after.Key)
            {
                from++;
            }

            from = from < items.Count ? from + 1 : throw Cursor.Unusable();
        }

        var page = items.Skip(from).Take(limit).ToList();
        var last = from + page.Count;
        return new(page, last == items.Count ? null : AddressAfter(new(position, keyOf(items[last - 1]))));
    }

    /// <summary>The maximum number of items on the page.</summary>
    public int Limit => limit;

    /// <summary>The key of the last item of the previous page; null for the first page.</summary>
    public string? AfterKey => after?.Key;

    /// <summary>Creates the page from items that were read for it.</summary>
    /// <param name="items">The items after <see cref="AfterKey"/>: one more than <see cref="Limit"/> if there is a next page.</param>
    /// <param name="keyOf">Returns the key that identifies an item within the list.</param>
    /// <param name="position">The position that the items are known at.</param>
    public Page<T> PageStarting<T>(IReadOnlyList<T> items, Func<T, string> keyOf, long position) =>
        items.Count <= limit ? new(items, null) : new([.. items.Take(limit)], AddressAfter(new(position, keyOf(items[limit - 1]))));

    /// <summary>Gives the page, or everything, with items as an answer shows them; only those shown are made.</summary>
    public Func<bool, Page<TItem>> PagesOf<T, TItem>(
        IReadOnlyList<T> items,
        Func<T, string> keyOf,
        long position,
        Func<T, TItem> itemOf,
        CancellationToken cancellation
    ) =>
        whole =>
        {
            var page = whole ? new(items, null) : PageOf(items, keyOf, position);
            return new([.. page.Items.CancelledBy(cancellation).Select(itemOf)], page.Next);
        };

    private string AddressAfter(Cursor cursor) =>
        $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{(limit == DefaultLimit ? "" : $"limit={limit}&")}cursor={cursor.ToText(list)}";

    private static int LimitOf(string? limit) =>
        limit is null ? DefaultLimit
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaximumLimit
            ? number
        : throw QuestionProblem.BadParameter(
            "limit",
            $"A page has 1 to {MaximumLimit} items. Send a whole number between them, or leave it out for {DefaultLimit}."
        );
}
