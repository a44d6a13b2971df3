using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Vocabulary;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class DateInput
{
    [Description("The EDTF string, such as 1997~ or [..2001-07-04]")]
    public string Edtf { get; set; } = "";

    [Description("Print the answer as JSON, as the service gives it")]
    public bool JsonFlag { get; set; }
}

/// <summary>What an EDTF string means.</summary>
[Description("What an EDTF string means: canonical form, level, days, English", Name = "date")]
public sealed class DateCommand : JasperFxCommand<DateInput>
{
    public override bool Execute(DateInput input)
    {
        try
        {
            var date = DateExplained.Of(input.Edtf);
            if (input.JsonFlag)
            {
                Console.WriteLine(JsonSerializer.Serialize(date, FactJson.Options));
                return true;
            }

            Console.WriteLine($"{date.Edtf} (level {date.Level}): {date.English}");
            Console.WriteLine($"earliest: {date.Earliest ?? "unbounded"}");
            Console.WriteLine($"latest:   {date.Latest ?? "unbounded"}");
            return true;
        }
        catch (RequestProblem refused)
        {
            Console.Error.WriteLine(refused.Message);
            return false;
        }
    }
}
