namespace Edtf;

/// <summary>The exception thrown when a text is not valid EDTF.</summary>
public sealed class EdtfFormatException : FormatException
{
    /// <summary>Initializes the exception with an error, whose text becomes the message.</summary>
    /// <param name="error">What is wrong, and where.</param>
    public EdtfFormatException(EdtfError error)
        : base(error.ToString()) => Error = error;

    /// <summary>What is wrong, and where.</summary>
    public EdtfError Error { get; }
}
