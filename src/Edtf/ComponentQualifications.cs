namespace Edtf;

/// <summary>The separate qualifications of year, month and day.</summary>
internal readonly record struct ComponentQualifications
{
    private readonly byte packed;

    internal ComponentQualifications(Qualification year, Qualification month, Qualification day) =>
        packed = (byte)((int)year | ((int)month << 2) | ((int)day << 4));

    internal Qualification Year => (Qualification)(packed & 3);

    internal Qualification Month => (Qualification)((packed >> 2) & 3);

    internal Qualification Day => (Qualification)(packed >> 4);

    internal bool IsNone => packed == 0;
}
