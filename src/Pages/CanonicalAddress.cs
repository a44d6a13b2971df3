namespace ArtsakhLedger.Pages;

/// <summary>The address that a page is to be known by, whatever it was asked for with.</summary>
/// <param name="Url">The absolute address.</param>
public sealed record CanonicalAddress(string Url);
