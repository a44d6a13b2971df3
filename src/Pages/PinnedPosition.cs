using System.Globalization;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Pages;

/// <summary>The position that a page's links are pinned to.</summary>
public static class PinnedPosition
{
    /// <summary>The position; null where the page shows the newest state of knowledge, because its links do so too.</summary>
    /// <param name="asked">The <c>known-at</c> of the request.</param>
    /// <param name="at">The state of knowledge that it means.</param>
    public static string? Of(string? asked, KnownAt at) => asked is null ? null : at.Position.ToString(CultureInfo.InvariantCulture);
}
