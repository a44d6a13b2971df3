using ArtsakhLedger.Asking;
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
public sealed class DateCommand(CommandContext context) : LedgerCommand<DateInput>(context)
{
    protected override async Task<bool> RunAsync(DateInput input, CancellationToken cancellation)
    {
        var date = DateExplanation.Of(input.Edtf);
        if (input.JsonFlag)
        {
            PrintJson(date);
            return true;
        }

        Output.WriteLine($"{date.Edtf} (level {date.Level}): {date.English}");
        Output.WriteLine($"earliest: {date.Earliest ?? "unbounded"}");
        Output.WriteLine($"latest:   {date.Latest ?? "unbounded"}");
        return true;
    }
}
