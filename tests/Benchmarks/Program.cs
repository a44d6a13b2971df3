using Benchmarks.Edtf;

return args switch
{
    ["edtf"] => EdtfBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Say what to measure:
          edtf   reading EDTF, with the npm package edtf on the same texts
        """);
    return 2;
}
