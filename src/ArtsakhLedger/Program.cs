using ArtsakhLedger.CommandLine;

return await Verbs.RunAsync(args);

/// <summary>The program: the service and its command line.</summary>
public partial class Program;
