#!/usr/bin/env python3
"""Brings the .ts files up to date with the source.

    translations/update.py            adds new texts as unfinished, drops those that are gone, prints what is unfinished
    translations/update.py --check    changes nothing; fails when a text is missing or unfinished

Needs lupdate of Qt 6. All texts stand in one context: the same English is the same Korean everywhere. Where one English word
needs two Korean ones, the source says which by the second argument of tr().
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LANGUAGES = {"mooring_ko.ts": ("ko_KR", 1, False), "mooring_en.ts": ("en_US", 2, True)}


def find_lupdate():
    for name in ("lupdate6", "/usr/lib/qt6/bin/lupdate", "lupdate-qt6", "lupdate"):
        path = shutil.which(name)
        if path:
            return path
    sys.exit("update.py: lupdate of Qt 6 is not installed (Debian: qt6-l10n-tools).")


def key_of(message):
    # Numbers are said by %n alone: lupdate does not see it in calls through a function of our own.
    comment = message.findtext("comment") or ""
    source = message.findtext("source") or ""
    return (source, comment, "%n" in source)


def texts_of_source():
    """Every text of the source, in reading order, once."""
    with tempfile.TemporaryDirectory() as folder:
        ts = os.path.join(folder, "all.ts")
        done = subprocess.run([find_lupdate(), "-I", ".", "-locations", "none", "core", "ui", "app", "-ts", ts], cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout)
        keys = []
        for message in ET.parse(ts).getroot().iter("message"):
            key = key_of(message)
            if key[0] and key not in keys:
                keys.append(key)
        return sorted(keys)


def known(path):
    found = {}
    if os.path.exists(path):
        for message in ET.parse(path).getroot().iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if all(forms):
                found[key_of(message)] = forms
    return found


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")


def write(path, language, forms_count, keys, translations):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="%s">' % language,
             "<context>", "    <name>mooring</name>"]
    for key in keys:
        source, comment, numerus = key
        forms = translations.get(key)
        lines.append('    <message numerus="yes">' if numerus else "    <message>")
        lines.append("        <source>%s</source>" % escape(source))
        if comment:
            lines.append("        <comment>%s</comment>" % escape(comment))
        mark = "" if forms else ' type="unfinished"'
        forms = forms or [""] * forms_count
        if numerus:
            lines.append("        <translation%s>" % mark)
            lines += ["            <numerusform>%s</numerusform>" % escape(form) for form in forms]
            lines.append("        </translation>")
        else:
            lines.append("        <translation%s>%s</translation>" % (mark, escape(forms[0])))
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines))


def main():
    check = "--check" in sys.argv[1:]
    keys = texts_of_source()
    bad = 0
    for name, (language, forms_count, plurals_only) in LANGUAGES.items():
        path = os.path.join(HERE, name)
        wanted = [key for key in keys if key[2] or not plurals_only]
        have = known(path)
        missing = [key for key in wanted if key not in have]
        for key in missing:
            print("%s: unfinished: %s%s" % (name, key[0].replace("\n", "\\n"), " [%s]" % key[1] if key[1] else ""))
        bad += len(missing)
        if not check:
            write(path, language, forms_count, wanted, have)
    print("%d texts, %d unfinished" % (len(keys), bad))
    return 1 if check and bad else 0


if __name__ == "__main__":
    sys.exit(main())
