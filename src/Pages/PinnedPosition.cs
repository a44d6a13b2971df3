using System.Globalization;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Pages;

/// <summary>Carries a page's state of knowledge to the pages that it leads to.</summary>
public static class PinnedPosition
{
    /// <summary>The position that links name; null where the newest was asked for, which they lead to as well.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="at">What that is.</param>
    public static string? Of(string? asked, KnownAt at) => asked is null ? null : at.Position.ToString(CultureInfo.InvariantCulture);
}
