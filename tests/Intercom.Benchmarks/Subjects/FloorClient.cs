using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Intercom.Benchmarks.Subjects;

/// <summary>The floor: a loop written by hand with HttpClient and source-generated System.Text.Json, one request after the other.</summary>
internal sealed class FloorClient : IDisposable
{
    private readonly HttpClient _http;

    public FloorClient(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Authorization", "Bearer tok_bench");
        _http.DefaultRequestHeaders.Add("Accept", "application/json");
        _http.DefaultRequestHeaders.Add("Intercom-Version", "2.14");
    }

    public async Task<long> PageAsync()
    {
        long count = 0;
        string? cursor = null;
        do
        {
            using var response = await _http.GetAsync(cursor is null ? "contacts?per_page=150" : "contacts?per_page=150&starting_after="
                + cursor, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            var page = (await JsonSerializer.DeserializeAsync(body, FloorJson.Default.FloorPage).ConfigureAwait(false))!;
            count += page.Data.Count;
            cursor = page.Pages?.Next?.StartingAfter;
        }
        while (cursor is not null);
        return count;
    }

    public async Task<long> EventsAsync(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            var sent = new FloorEvent { EventName = "placed-order", Id = id, CreatedAt = DateTimeOffset.UtcNow.ToUnixTimeSeconds() };
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(sent, FloorJson.Default.FloorEvent));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync("events", content).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
        }
        return ids.Count;
    }

    public async Task<long> ByIdAsync(IReadOnlyList<string> ids)
    {
        long count = 0;
        foreach (var id in ids)
        {
            using var response = await _http.GetAsync("contacts/" + id, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            if (await JsonSerializer.DeserializeAsync(body, FloorJson.Default.FloorContact).ConfigureAwait(false) is { Id: not null })
                count++;
        }
        return count;
    }

    public void Dispose() => _http.Dispose();
}
