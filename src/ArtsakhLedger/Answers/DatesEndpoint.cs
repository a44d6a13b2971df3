using ArtsakhLedger.Asking;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class DatesEndpoint
{
    /// <summary>What an EDTF string of levels 0 to 2 means: its canonical form, its level, the days that it can mean, and how it is said in English. All dates are in the proleptic Gregorian calendar; the year <c>0000</c> is 1 BC.</summary>
    /// <param name="edtf">The string, such as <c>1997~</c>; a plus sign and a percent sign must be escaped.</param>
    [WolverineGet("/dates", Name = "dates")]
    [Tags("Dates")]
    [ProducesResponseType<DateExplained>(200)]
    public static IResult Get([FromQuery] string? edtf) => Results.Json(DateExplained.Of(edtf));
}
