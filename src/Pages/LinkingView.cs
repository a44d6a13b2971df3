using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Pages;

/// <summary>What a page shows. Its links keep the state of knowledge that it was asked for.</summary>
/// <param name="LinkedKnownAt">The <c>known-at</c> of its links; null for the newest state of knowledge.</param>
public abstract record LinkingView(string? LinkedKnownAt)
{
    /// <summary>The address of another page, for the same state of knowledge.</summary>
    public string LinkTo(string path) => Address.Of(path, ("known-at", LinkedKnownAt));
}
