using Benchmarks.Append;
using Benchmarks.AsOf;
using Benchmarks.Edtf;
using Benchmarks.Hostile;
using Benchmarks.Import;
using Benchmarks.Pages;
using Benchmarks.RealData;
using Benchmarks.Start;
using Benchmarks.Verify;

return args switch
{
    ["edtf"] => EdtfBenchmark.Run(),
    ["append", .. var seconds] => await AppendBenchmark.RunAsync(seconds),
    ["import", .. var facts] => await ImportBenchmark.RunAsync(facts),
    ["verify", .. var facts] => await VerifyBenchmark.RunAsync(facts),
    ["as-of", .. var sizes] => await AsOfBenchmark.RunAsync(sizes),
    ["memory", .. var sizes] => await ProductMemory.RunAsync(sizes),
    ["pages"] => await PagesBenchmark.RunAsync(),
    ["real-data", .. var what] => await RealDataBenchmark.RunAsync(what),
    ["hostile", .. var what] => await HostileBenchmark.RunAsync(what),
    ["start"] => await StartBenchmark.RunAsync(),
    ["packing", .. var sizes] => Packing.Run(sizes),
    ["as-of-host", var database, var address, var mariaDb] => await MeasuredHost.RunAsync(database, address, mariaDb),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Say what to measure:
          edtf     reading EDTF, with the npm package edtf on the same texts
          append   appending over HTTP, beside a plain INSERT and COMMIT
          import   importing batches, log and read model included
          as-of    the state as of a date, beside the same bytes by key, a static response, and MariaDB
          memory   what the service takes of memory while it answers new questions
          real-data every kind of question about 7,000 appointments; memory; check, dry run, import (also: questions, import, each)
          hostile  the costliest facts; clients that go away; SIGTERM under load; memory after names of nothing (also: facts, departed, signal, memory)
          start    from the start of the process to the first answer
          verify   re-reading every event against its leaf and the tree, rows of the read model, quotes
          pages    state pages of the real record: first paint, bytes, pages a second beside JSON
          packing  what it takes to pack the history of a polity
        """
    );
    return 2;
}
