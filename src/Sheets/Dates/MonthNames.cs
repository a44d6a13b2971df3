using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>The names of months, in the languages that sheets about foreign relations are most often written in.</summary>
internal static class MonthNames
{
    private const int LeastLetters = 3;

    private static readonly string[] Names =
    [
        "january janvier januar enero janeiro gennaio январь января",
        "february fevrier februar febrero fevereiro febbraio февраль февраля",
        "march mars marz maerz marzo marco март марта",
        "april avril abril aprile апрель апреля",
        "may mai mayo maio maggio май мая",
        "june juin juni junio junho giugno июнь июня",
        "july juillet juli julio julho luglio июль июля",
        "august aout agosto август августа",
        "september sept septembre septiembre setembro settembre сентябрь сентября",
        "october octobre oktober octubre outubro ottobre октябрь октября",
        "november novembre noviembre novembro ноябрь ноября",
        "december decembre dezember diciembre dezembro dicembre декабрь декабря",
    ];

    private static readonly Dictionary<string, int> Numbers = Read();

    /// <summary>The number of a month by its name, or by the first letters of it; null for any other word.</summary>
    public static int? NumberOf(string word) => Numbers.TryGetValue(NameKey.Of(word), out var number) ? number : null;

    private static Dictionary<string, int> Read()
    {
        var numbers = new Dictionary<string, int>();
        for (var month = 1; month <= Names.Length; month++)
        {
            foreach (var name in Names[month - 1].Split(' '))
            {
                numbers[NameKey.Of(name)] = month;
            }
        }

        // Abbreviations of the English names alone: those of several languages would name two months.
        for (var month = 1; month <= Names.Length; month++)
        {
            numbers.TryAdd(Names[month - 1][..LeastLetters], month);
        }

        return numbers;
    }
}
