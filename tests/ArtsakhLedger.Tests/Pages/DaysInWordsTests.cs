using ArtsakhLedger.Pages;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class DaysInWordsTests
{
    [Theory]
    [InlineData("2006-06-01", "on 1 June 2006")]
    [InlineData("2006-06", "in June 2006")]
    [InlineData("1997", "in 1997")]
    [InlineData("199X", "in the 1990s")]
    [InlineData("19XX", "between 1900 and 1999")]
    [InlineData("2001-41", "in the second half of 2001")]
    [InlineData("2001-21", "in spring 2001")]
    [InlineData("2013-02/2013-04", "from February 2013 to April 2013")]
    [InlineData("[..2012-11-04]", "4 November 2012 or before")]
    public void A_date_follows_a_statement_with_the_word_that_it_takes(string edtf, string words) => DaysInWords.When(edtf).ShouldBe(words);
}
