namespace Intercom.Client.Tests.Models;

public class HtmlTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("<p></p>", null)]
    [InlineData("plain words", "plain words")]
    [InlineData("<p>one</p><p>two</p>", "one two")]
    [InlineData("a<br/>b<img src=\"x\">c", "a b c")]
    [InlineData("Hello <b>you</b>, <A href=\"x\">fri</A>end", "Hello you, friend")]
    [InlineData("5 < 6 &lt;b&gt; &amp;amp;", "5 < 6 <b> &amp;")]
    [InlineData("cut <b", "cut")]
    [InlineData("<!-- note -->seen", "seen")]
    [InlineData("line\r\n\tline", "line line")]
    public void Takes_the_words_out_of_html(string? html, string? words) => Assert.Equal(words, HtmlText.FirstWords(html));

    [Fact]
    public void Long_text_is_cut_to_eighty_characters()
    {
        var words = HtmlText.FirstWords(new string('x', 5000))!;

        Assert.Equal(80, words.Length);
        Assert.EndsWith("…", words);
    }

    [Fact]
    public void A_cut_does_not_split_an_emoji()
    {
        var words = HtmlText.FirstWords(new string('x', 78) + "🙂🙂🙂")!;

        Assert.Equal(new string('x', 78) + "…", words);
    }
}
