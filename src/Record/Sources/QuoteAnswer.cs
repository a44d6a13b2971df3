using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>The result of comparing a quote with a source. It has nothing of the source's text: only numbers, and messages about the quote.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Words">The number of words of the quote.</param>
/// <param name="Checked">False if the ledger has no text of the source to compare with.</param>
/// <param name="Places">How often the quote occurs in the text, next to the prefix and suffix if given; absent if it was not searched for.</param>
/// <param name="Problems">Why a citation with this quote would be refused, at JSON pointers within the citation; empty if it would not.</param>
public sealed record QuoteAnswer(string Source, int Words, bool Checked, int? Places, IReadOnlyList<FactProblem> Problems);
