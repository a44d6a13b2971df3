using System.Text.Json;
using Edtf;

var date = JsonSerializer.Deserialize<EdtfDate>("\"[..2001-07-04]\"");
Console.WriteLine($"{date} is {date.ToEnglish()}: {date.IsBefore(EdtfDate.Parse("2002"))}");
