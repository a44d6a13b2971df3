using ArtsakhLedger.Asking;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class DatesEndpoint
{
    /// <summary>What an EDTF string of levels 0 to 2 means: its canonical form, its level, its days, and the date in English. Dates are in the
    /// proleptic Gregorian calendar; the year <c>0000</c> is 1 BC.</summary>
    /// <param name="edtf">The string, such as <c>1997~</c>; plus and percent signs must be escaped.</param>
    [WolverineGet("/dates", Name = "dates")]
    [Tags("Dates")]
    [ProducesResponseType<DateExplanation>(200)]
    public static IResult Get([FromQuery] string? edtf) => Results.Json(DateExplanation.Of(edtf));
}
