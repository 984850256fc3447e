namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Sizes of one kind of picture, in pixels.</summary>
internal sealed class BoardStyle : IDisposable
{
    private BoardStyle(BoardFonts fonts, float name, float product, float post, float holder)
    {
        Name = new(fonts, name, isBold: true);
        Product = new(fonts, product, isBold: false);
        Label = new(fonts, product, isBold: true);
        Post = new(fonts, post, isBold: false);
        Holder = new(fonts, holder, isBold: true);
        Minded = new(fonts, holder, isBold: false);
        Initials = new(fonts, holder * 0.98f, isBold: true);
        Unit = holder;
    }

    public Lettering Name { get; }

    public Lettering Product { get; }

    public Lettering Label { get; }

    public Lettering Post { get; }

    public Lettering Holder { get; }

    /// <summary>For a holder who only minds the post.</summary>
    public Lettering Minded { get; }

    public Lettering Initials { get; }

    /// <summary>What gaps and circles are measured in: the size of a holder's name.</summary>
    public float Unit { get; }

    public float Padding => Unit * 0.85f;

    public static BoardStyle Whole(BoardFonts fonts) => new(fonts, name: 31, product: 24, post: 24, holder: 29);

    public static BoardStyle Page(BoardFonts fonts) => new(fonts, name: 42, product: 32, post: 31, holder: 37);

    public void Dispose()
    {
        foreach (var letters in (Lettering[])[Name, Product, Label, Post, Holder, Minded, Initials])
        {
            letters.Dispose();
        }
    }
}
