using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>What comes of holding words against a source. Nothing of its text stands in it: only numbers, and sentences about the words that were sent.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Words">How many words the quote has.</param>
/// <param name="Checked">False where the ledger has no text of the source that they could be held against.</param>
/// <param name="Places">How often the quote stands in the text, beside the words before and after it that were given; absent where it was not looked for.</param>
/// <param name="Problems">Why a citation with these words would be refused: JSON pointers within the citation, and messages. Empty where it would not.</param>
public sealed record QuoteAnswer(string Source, int Words, bool Checked, int? Places, IReadOnlyList<FactProblem> Problems);
