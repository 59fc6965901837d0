using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Intercom.Shell;

/// <summary>The questions: worded and answered as in pwsh, and refused where nobody can answer.</summary>
internal sealed partial class ShellUserInterface
{
    private const ConsoleColor DefaultColor = (ConsoleColor)(-1);
    private readonly bool _nonInteractive;

    /// <summary>Somebody can answer.</summary>
    public bool CanAsk => !_nonInteractive && Terminal.CanAsk;

    /// <summary>Refuses to ask where nobody can answer, rather than wait for ever.</summary>
    /// <exception cref="PSInvalidOperationException">The shell was started with -NonInteractive, or standard input is not a terminal.</exception>
    public void RequireSomebody()
    {
        if (!CanAsk)
        {
            string why = _nonInteractive ? "" : " (Standard input is not a terminal: give every mandatory parameter, and -Confirm:$false where you mean it.)";
            throw new PSInvalidOperationException("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available." + why);
        }
    }

    public override string ReadLine() => Ask("");

    public override SecureString ReadLineAsSecureString() => AskSecret("");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireSomebody();
        WriteHeading(caption, message);
        if (descriptions.Any(d => !string.IsNullOrEmpty(d.HelpMessage)))
        {
            WriteLine("(Type !? for Help.)");
        }

        return descriptions.ToDictionary(d => d.Name, AskField);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireSomebody();
        WriteHeading(caption, message);
        (string Key, string Label)[] labels = [.. choices.Select(SplitLabel)];
        while (true)
        {
            for (int i = 0; i < labels.Length; i++)
            {
                Write(i == defaultChoice ? ConsoleColor.Yellow : ConsoleColor.White, DefaultColor, $"[{labels[i].Key}] {labels[i].Label}  ");
            }

            string defaultKey = defaultChoice < 0 ? "" : $"(default is \"{(labels[defaultChoice].Key.Length > 0 ? labels[defaultChoice].Key : labels[defaultChoice].Label)}\"): ";
            Write("[?] Help " + defaultKey);
            string answer = Ask("").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            if (answer == "?")
            {
                for (int i = 0; i < labels.Length; i++)
                {
                    WriteLine($"{(labels[i].Key.Length > 0 ? labels[i].Key : labels[i].Label)} - {choices[i].HelpMessage}");
                }
            }

            int picked = Array.FindIndex(labels, l => answer.Length > 0 && (answer.Equals(l.Label, StringComparison.CurrentCultureIgnoreCase) || answer.Equals(l.Key, StringComparison.CurrentCultureIgnoreCase)));
            if (picked >= 0)
            {
                return picked;
            }
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        RequireSomebody();
        WriteHeading(caption, message);
        while (string.IsNullOrEmpty(userName))
        {
            userName = Ask("User: ");
        }

        return new PSCredential(userName, AskSecret($"Password for user {userName}: "));
    }

    private static (string Key, string Label) SplitLabel(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        string label = mark < 0 ? choice.Label : choice.Label.Remove(mark, 1);
        return (mark >= 0 && mark < label.Length ? char.ToUpperInvariant(label[mark]).ToString() : "", label.Trim());
    }

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            WriteLine();
            WriteLine(ConsoleColor.White, DefaultColor, caption);
        }

        if (!string.IsNullOrEmpty(message))
        {
            WriteLine(message);
        }
    }

    private PSObject AskField(FieldDescription field)
    {
        Type type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (!type.IsArray && !typeof(IList).IsAssignableFrom(type))
        {
            return AskValue(field, field.Name, type)!;
        }

        // A list is asked for item by item; an empty answer ends it.
        var items = new ArrayList();
        Type itemType = type.GetElementType() ?? typeof(string);
        while (AskValue(field, $"{field.Name}[{items.Count}]", itemType, emptyEnds: true) is { } item)
        {
            items.Add(item.BaseObject);
        }

        return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(items.ToArray(), type));
    }

    private PSObject? AskValue(FieldDescription field, string name, Type type, bool emptyEnds = false)
    {
        if (type == typeof(SecureString))
        {
            return PSObject.AsPSObject(AskSecret(name + ": "));
        }

        if (type == typeof(PSCredential))
        {
            WriteLine(name);
            return PSObject.AsPSObject(PromptForCredential("", "", "", ""));
        }

        while (true)
        {
            string answer = Ask(name + ": ");
            if (answer == "!?")
            {
                WriteLine(string.IsNullOrEmpty(field.HelpMessage) ? $"No help is available for {field.Name}." : field.HelpMessage);
            }
            else if (emptyEnds && answer.Length == 0)
            {
                return null;
            }
            else if (LanguagePrimitives.TryConvertTo(answer, type, out object value))
            {
                return PSObject.AsPSObject(value);
            }
            else
            {
                WriteLine($"Cannot recognize \"{answer}\" as a {type.FullName} due to a format error.");
            }
        }
    }

    private SecureString AskSecret(string prompt)
    {
        var secret = new SecureString();
        foreach (char c in Ask(prompt, masked: true))
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private string Ask(string prompt, bool masked = false)
    {
        RequireSomebody();
        ClearProgress();
        try
        {
            string begun = _begun;
            _begun = "";
            string? answer = LineReader.Read(prompt, begun, masked);
            return answer ?? throw new PSInvalidOperationException("The prompt was canceled: the input ended before an answer was given.");
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
