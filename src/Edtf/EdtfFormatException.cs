namespace Edtf;

/// <summary>The text is not EDTF.</summary>
public sealed class EdtfFormatException : FormatException
{
    /// <summary>Creates the exception for an error.</summary>
    /// <param name="error">What is wrong, and where.</param>
    public EdtfFormatException(EdtfError error)
        : base(error.ToString()) => Error = error;

    /// <summary>What is wrong, and where.</summary>
    public EdtfError Error { get; }
}
