using Benchmarks.Append;
using Benchmarks.Edtf;

return args switch
{
    ["edtf"] => EdtfBenchmark.Run(),
    ["append", .. var seconds] => await AppendBenchmark.RunAsync(seconds),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Say what to measure:
          edtf    reading EDTF, with the npm package edtf on the same texts
          append  appending over HTTP, beside a plain INSERT and COMMIT
        """);
    return 2;
}
