using System.Runtime.Versioning;
using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>Where processes meet: a place that nobody else can change, and nothing of anybody's is harmed in it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class BudgetPeersTests : IDisposable
{
    private const string Key = "0123456789ABCDEF0123456789ABCDEF";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("budget-peers-");
    private readonly Dictionary<string, string?> _variables;

    public BudgetPeersTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folder in the profile, which these tests leave alone.");
        Home = Directory.CreateDirectory(In("home"), Private).FullName;
        _variables = new() { ["HOME"] = Home };
    }

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Home { get; }

    private string Root => Path.Combine(Home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".local/state", "intercom-powershell");

    private string Folder => Path.Combine(Root, Key);

    private string In(string name) => Path.Combine(_place.FullName, name);

    private BudgetPeers Peers(string key = Key) => new(key, name => _variables.GetValueOrDefault(name));

    public void Dispose() => _place.Delete(recursive: true);

    private static PeerView Exchange(BudgetPeers peers, int want)
    {
        PeerView? view = null;
        peers.Exchange(seen =>
        {
            view = seen;
            return new PeerNote(want);
        });
        return view!;
    }

    [Fact]
    public void The_folder_and_the_files_are_for_this_account_alone_and_go_with_the_last_process()
    {
        var (first, second) = (Peers(), Peers());
        Exchange(first, 1);
        Exchange(second, 1);
        foreach (var folder in new[] { Root, Folder }) Assert.Equal(Private, File.GetUnixFileMode(folder));
        Assert.Equal(2, Directory.GetFiles(Folder).Length);

        first.Leave();
        Assert.Single(Directory.GetFiles(Folder));
        second.Leave();
        Assert.False(Directory.Exists(Folder));
        Assert.False(Directory.Exists(Root));
    }

    [Fact]
    public void Who_left_may_come_again()
    {
        var peers = Peers();
        Exchange(peers, 1);
        peers.Leave();
        Exchange(peers, 1);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_in_the_place_of_a_folder_is_not_followed(bool root)
    {
        var victim = Directory.CreateDirectory(In("victim"), Private);
        File.WriteAllText(Path.Combine(victim.FullName, "thesis.txt"), "ten years of work");
        var link = root ? Root : Folder;
        foreach (var path in new[] { Root, link }) Directory.CreateDirectory(Path.GetDirectoryName(path)!, Private);
        Directory.CreateSymbolicLink(link, victim.FullName);

        var peers = Peers();
        Assert.Empty(Exchange(peers, 1).Others);
        Assert.Contains(link, peers.Refusal, StringComparison.Ordinal);
        peers.Leave();
        Assert.Equal(["thesis.txt"], victim.GetFileSystemInfos().Select(file => file.Name));
        Assert.Equal("ten years of work", File.ReadAllText(Path.Combine(victim.FullName, "thesis.txt")));
    }

    [Fact]
    public void A_link_among_the_files_is_neither_followed_nor_counted_nor_removed()
    {
        var victim = In("thesis.txt");
        File.WriteAllText(victim, "ten years of work");
        var peers = Peers();
        Exchange(peers, 1);
        var link = Path.Combine(Folder, "7-0123456789abcdef0123456789abcdef");
        File.CreateSymbolicLink(link, victim);
        Assert.Empty(Exchange(peers, 9).Others);

        // Even its own file is never written to by its name.
        var own = Directory.GetFiles(Folder).Single(file => file != link);
        File.Delete(own);
        File.CreateSymbolicLink(own, victim);
        Exchange(peers, 3);
        Exchange(peers, 0);
        Assert.Equal("ten years of work", File.ReadAllText(victim));
        peers.Leave();
        Assert.Equal("ten years of work", File.ReadAllText(victim));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_folder_that_is_open_to_others_is_not_used(UnixFileMode open)
    {
        Directory.CreateDirectory(Root, Private);
        File.SetUnixFileMode(Root, Private | open);
        var peers = Peers();
        Assert.Empty(Exchange(peers, 1).Others);
        Assert.Contains(Root, peers.Refusal, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Root));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative/home")]
    [InlineData("/")]
    [InlineData("/nowhere/at/all")]
    public void Without_a_home_it_works_alone(string? home)
    {
        _variables["HOME"] = home;
        var peers = Peers();
        Assert.Same(PeerView.Alone, Exchange(peers, 1));
        Assert.Contains("HOME", peers.Refusal, StringComparison.Ordinal);
        peers.Leave();
    }

    [Fact]
    public void A_home_that_others_can_write_to_is_not_used()
    {
        File.SetUnixFileMode(Home, Private | UnixFileMode.GroupWrite);
        Assert.Empty(Exchange(Peers(), 1).Others);
        Assert.Empty(Directory.GetFileSystemEntries(Home));
    }

    [Fact]
    public void The_runtime_folder_comes_first_when_it_is_private()
    {
        var runtime = Directory.CreateDirectory(In("runtime"), Private).FullName;
        _variables["XDG_RUNTIME_DIR"] = runtime;
        var peers = Peers();
        Exchange(peers, 1);
        Assert.Single(Directory.GetFiles(Path.Combine(runtime, "intercom-powershell", Key)));
        peers.Leave();
        Assert.Empty(Directory.GetFileSystemEntries(runtime));

        File.SetUnixFileMode(runtime, Private | UnixFileMode.OtherRead);
        peers = Peers();
        Exchange(peers, 1);
        Assert.Empty(Directory.GetFileSystemEntries(runtime));
        Assert.Single(Directory.GetFiles(Folder));
        peers.Leave();
    }

    [Fact]
    public void What_is_not_the_modules_stays_and_what_the_dead_left_goes()
    {
        Directory.CreateDirectory(Root, Private);
        Directory.CreateDirectory(Folder, Private);
        string[] names = ["thesis.txt", "12", "a-0123456789abcdef0123456789abcdef", "7-0123456789abcdef0123456789abcdef"];
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(Folder, name), "");
            File.SetLastWriteTimeUtc(Path.Combine(Folder, name), DateTime.UtcNow.AddDays(-1));
        }
        var old = Directory.CreateDirectory(Path.Combine(Root, "FEDCBA9876543210FEDCBA9876543210")).FullName;
        var kept = Directory.CreateDirectory(Path.Combine(Root, "photos")).FullName;
        foreach (var folder in new[] { old, kept }) Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddDays(-1));

        Assert.Empty(Exchange(Peers(), 1).Others);
        foreach (var name in names) Assert.Equal(name[0] != '7', File.Exists(Path.Combine(Folder, name)));
        Assert.False(Directory.Exists(old));
        Assert.True(Directory.Exists(kept));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_clock_that_is_set_makes_nobody_dead(int hours)
    {
        var (first, second) = (Peers(), Peers());
        Exchange(first, 1);
        Exchange(second, 1);
        Assert.Single(Exchange(first, 1).Others);
        // The other's next beat is made by a clock that was set.
        foreach (var file in Directory.GetFiles(Folder)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(hours));
        Assert.Single(Exchange(first, 1).Others);
        Assert.Equal(2, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public void A_process_that_died_before_is_not_counted()
    {
        Exchange(Peers(), 1);
        File.SetLastWriteTimeUtc(Directory.GetFiles(Folder).Single(), DateTime.UtcNow.AddMinutes(-1));
        Assert.Empty(Exchange(Peers(), 1).Others);
    }
}
