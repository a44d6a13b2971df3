namespace ArtsakhLedger.Guides;

/// <summary>A section of a guide.</summary>
/// <param name="Id">The anchor of its heading.</param>
/// <param name="Title">Its heading.</param>
public sealed record GuideSection(string Id, string Title);
