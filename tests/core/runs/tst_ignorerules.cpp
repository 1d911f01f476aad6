#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/ignorerules.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A tree of folders and files with ignore files, all below one folder of a git repository.
struct Tree
{
    QByteArray root;                              ///< "t17"
    std::map<QByteArray, QByteArray> ignoreFiles; ///< folder ("" is the root) -> content
    std::map<QByteArray, bool> paths;             ///< path -> is a folder
};

class TreeMaker
{
public:
    explicit TreeMaker(quint32 seed) : m_random(seed) {}

    Tree make(int number)
    {
        Tree tree;
        tree.root = "t" + QByteArray::number(number);
        std::vector<QByteArray> folders{""};
        for (int n = 4 + m_random.bounded(16); n > 0; --n) {
            const QByteArray parent = folders[size_t(m_random.bounded(int(folders.size())))];
            const QByteArray path = parent.isEmpty() ? name() : parent + '/' + name();
            if (tree.paths.count(path) || parent.count('/') > 4)
                continue;
            const bool folder = m_random.bounded(2);
            tree.paths[path] = folder;
            if (folder)
                folders.push_back(path);
        }
        for (const QByteArray &folder : folders) {
            if (folder.isEmpty() || m_random.bounded(4) == 0)
                tree.ignoreFiles[folder] = ignoreFile();
        }
        return tree;
    }

    QByteArray name()
    {
        static const QByteArrayList names{"a",
                                          "b",
                                          "c",
                                          "ab",
                                          "ba",
                                          "abc",
                                          "aab",
                                          "foo",
                                          "bar",
                                          "foobar",
                                          ".x",
                                          "a b",
                                          "a.py",
                                          "b.txt",
                                          "x-y",
                                          "[a]",
                                          "a\\b",
                                          "#a",
                                          "!a",
                                          "a ",
                                          "\xc3\xa9",
                                          "A",
                                          "a*",
                                          "a?b",
                                          "**",
                                          "1",
                                          "]",
                                          "-",
                                          "a\xff"
                                          "b",
                                          "^",
                                          "a:b",
                                          "\t"};
        return names[m_random.bounded(int(names.size()))];
    }

private:
    QByteArray piece()
    {
        static const QByteArrayList pieces{"*",
                                           "*",
                                           "**",
                                           "***",
                                           "?",
                                           "[ab]",
                                           "[!a]",
                                           "[^b]",
                                           "[a-c]",
                                           "[c-a]",
                                           "[]a]",
                                           "[!]]",
                                           "[[:alpha:]]",
                                           "[[:digit:]x]",
                                           "[[:space:]]",
                                           "[[:bogus:]]",
                                           "[[:upper:]-z]",
                                           "[a",
                                           "[]",
                                           "[a\\]b]",
                                           "[\\-a]",
                                           "[a-\\c]",
                                           "[[:]",
                                           "[[:alpha:]",
                                           "[--z]",
                                           "[a-]",
                                           "\\*",
                                           "\\a",
                                           "\\[",
                                           "\\\\",
                                           "\\",
                                           ".",
                                           " ",
                                           "\\ ",
                                           "[[",
                                           "[!\xc3\xa9]",
                                           "[*]",
                                           "[/]",
                                           "[.-0]",
                                           "[[:punct:]]",
                                           "[[:cntrl:]]",
                                           "[^]-a]"};
        return m_random.bounded(2) ? name() : pieces[m_random.bounded(int(pieces.size()))];
    }
    QByteArray pattern()
    {
        QByteArray line;
        if (m_random.bounded(5) == 0)
            line += '!';
        if (m_random.bounded(4) == 0)
            line += '/';
        for (int parts = 1 + m_random.bounded(3); parts > 0; --parts) {
            if (m_random.bounded(4) == 0) {
                line += "**";
            } else {
                for (int n = 1 + m_random.bounded(3); n > 0; --n)
                    line += piece();
            }
            if (parts > 1 || m_random.bounded(4) == 0)
                line += m_random.bounded(12) ? "/" : m_random.bounded(2) ? "//" : "\\/";
        }
        if (m_random.bounded(10) == 0)
            line += m_random.bounded(2) ? "  " : "\\ ";
        return line;
    }
    QByteArray ignoreFile()
    {
        QByteArray content = m_random.bounded(10) ? "" : "\xEF\xBB\xBF";
        for (int n = m_random.bounded(6); n > 0; --n) {
            content += m_random.bounded(12)
                           ? pattern()
                           : QByteArrayList{"", "# note", "\\#a", "/", "!", "//", "\r"}[m_random.bounded(7)];
            content += m_random.bounded(10) ? "\n" : "\r\n";
        }
        if (m_random.bounded(4) == 0 && content.endsWith('\n'))
            content.chop(1);
        return content;
    }

    QRandomGenerator m_random;
};

IgnoreDecision decideWalking(const Tree &tree, const QByteArray &path, bool isFolder)
{
    IgnoreRules rules;
    const auto content = [&](const QByteArray &folder) {
        const auto found = tree.ignoreFiles.find(folder);
        return found == tree.ignoreFiles.end() ? QByteArray() : found->second;
    };
    rules.enter({}, content({}), {});
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArray folder = path.first(slash);
        if (const auto decision = rules.decide(folder, true); decision && decision->leftOut)
            return *decision;
        rules.enter(folder, content(folder), {});
    }
    return rules.decide(path, isFolder).value_or(IgnoreDecision{});
}

} // namespace

class TestIgnoreRules : public QObject
{
    Q_OBJECT

    static bool leavesOut(const QByteArray &gitignore, const QByteArray &amlignore, const QByteArray &path, bool folder)
    {
        IgnoreRules rules;
        rules.enter({}, gitignore, amlignore);
        const auto decision = rules.decide(path, folder);
        return decision && decision->leftOut;
    }

private Q_SLOTS:
    void sameAsGit()
    {
        MOORING_NEEDS(!findProgram(u"git"_s).isEmpty(), "git");
        const SourceTree folder;
        const QByteArray top = folder.bytes() + '/';
        std::vector<Tree> trees;
        QByteArray question;
        TreeMaker maker(20261124);
        for (int i = 0; i < 1500; ++i) {
            trees.push_back(maker.make(i));
            const Tree &tree = trees.back();
            const QByteArray root = top + tree.root + '/';
            QVERIFY(QDir().mkpath(QFile::decodeName(root)));
            for (const auto &[path, isFolder] : tree.paths) { // raw bytes: QFile would lose names that are not UTF-8
                const QByteArray whole = root + path;
                if (isFolder) {
                    QCOMPARE(mkdir(whole.constData(), 0700), 0);
                } else {
                    const int fd = open(whole.constData(), O_CREAT | O_WRONLY, 0600);
                    QVERIFY(fd >= 0);
                    close(fd);
                }
                question += tree.root + '/' + path + '\0';
            }
            for (const auto &[where, content] : tree.ignoreFiles) {
                const QByteArray whole = root + (where.isEmpty() ? "" : where + '/') + ".gitignore";
                const int fd = open(whole.constData(), O_CREAT | O_WRONLY, 0600);
                QVERIFY(write(fd, content.constData(), size_t(content.size())) == content.size());
                close(fd);
            }
        }
        Command git;
        git.program = u"git"_s;
        git.folder = folder.source();
        git.limit = std::chrono::seconds(60);
        git.outputLimit = 256 * 1024 * 1024;
        git.environment =
            QStringList{u"HOME=/nonexistent"_s, u"XDG_CONFIG_HOME=/nonexistent"_s, u"GIT_CONFIG_NOSYSTEM=1"_s};
        git.arguments = QStringList{u"init"_s, u"-q"_s};
        const auto made = runCommand(git, {});
        MOORING_OK(made);
        QVERIFY2(made->succeeded(), made->errors.constData());
        git.arguments = QStringList{u"check-ignore"_s, u"--stdin"_s, u"-z"_s, u"-v"_s, u"-n"_s, u"--no-index"_s};
        git.input = question;
        const auto answered = runCommand(git, {});
        MOORING_OK(answered);
        const QByteArrayList answers = answered->output.split('\0');
        int compared = 0, leftOut = 0, brought = 0, wrong = 0;
        qsizetype at = 0;
        for (const Tree &tree : trees) {
            for (const auto &[path, isFolder] : tree.paths) {
                QVERIFY(at + 3 < answers.size());
                const QByteArray file = answers[at], line = answers[at + 1], pattern = answers[at + 2];
                QCOMPARE(answers[at + 3], tree.root + '/' + path);
                at += 4;
                const IgnoreDecision ours = decideWalking(tree, path, isFolder);
                const QByteArray ourFile = ours.file.isEmpty() ? "" : tree.root + '/' + ours.file;
                if (ourFile != file || (ours.line ? QByteArray::number(ours.line) : "") != line ||
                    ours.pattern != pattern) {
                    if (++wrong <= 15)
                        qWarning().noquote()
                            << "path" << path.toPercentEncoding("/ ") << (isFolder ? "folder" : "file")
                            << "git:" << file << line << pattern << "ours:" << ourFile << ours.line << ours.pattern;
                }
                ++compared;
                leftOut += ours.leftOut;
                brought += !ours.file.isEmpty() && !ours.leftOut;
            }
        }
        qInfo("%d trees, %d paths, %d left out, %d brought back by a negation", int(trees.size()), compared, leftOut,
              brought);
        QCOMPARE(wrong, 0);
        QVERIFY(compared > 10000 && leftOut > 2000 && brought > 200);
    }

    void documented_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("folder");
        QTest::addColumn<bool>("leftOut");
        const auto row = [](const char *rules, const char *path, bool folder, bool leftOut) {
            QTest::addRow("%s on %s%s", QByteArray(rules).replace('\n', "\\n").constData(), path, folder ? "/" : "")
                << QByteArray(rules) << QByteArray(path) << folder << leftOut;
        };
        row("*.csv", "a/b.csv", false, true);
        row("/b.csv", "a/b.csv", false, false);
        row("data/", "data", true, true);
        row("data/", "data", false, false);
        row("a/b", "c/a/b", false, false);
        row("**/b", "b", false, true);
        row("**/b", "x/y/b", false, true);
        row("a/**/b", "a/b", false, true);
        row("a/**/b", "a/x/y/b", false, true);
        row("a/**", "a", true, false);
        row("a/**", "a/x/y", false, true);
        row("*.csv\n!keep.csv", "keep.csv", false, false);
        row("\\!a", "!a", false, true);
        row("\\#a", "#a", false, true);
        row("a ", "a", false, true);
        row("a\\ ", "a ", false, true);
        row("[a-c].txt", "b.txt", false, true);
        row("a?c", "a/c", false, false);
        row("a/*", "a/b/c", false, false);
    }
    void documented()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, path);
        QFETCH(bool, folder);
        QTEST(leavesOut(rules, {}, path, folder), "leftOut");
    }

    void amlignoreWins()
    {
        QVERIFY(leavesOut("*.csv", "data/", "a.csv", false)); // both hold
        QVERIFY(leavesOut("*.csv", "data/", "data", true));
        QVERIFY(!leavesOut("*.csv", "!a.csv", "a.csv", false)); // and one line sends it
        QVERIFY(leavesOut("!a.csv", "*.csv", "a.csv", false));
        IgnoreRules rules;
        rules.enter({}, {}, "*.bin\n");
        rules.enter("sub", "!x.bin\n", {});
        QVERIFY(rules.decide("sub/x.bin", false)->leftOut); // also against a deeper .gitignore
        rules.leaveUntil("other/y");
        QVERIFY(!rules.decide("other/y.csv", false));
    }

    void saysWhere()
    {
        IgnoreRules rules;
        rules.enter({}, "# data\n\n*.csv  \n", {});
        rules.enter("sub", {}, "x\r\n!y\r\n");
        const auto top = rules.decide("sub/a.csv", false);
        QVERIFY(top);
        QCOMPARE(top->text(), u".gitignore, line 3: *.csv"_s);
        const auto deep = rules.decide("sub/y", false);
        QVERIFY(deep && !deep->leftOut);
        QCOMPARE(deep->text(), u"sub/.amlignore, line 2: !y"_s);
        QCOMPARE(rules.decide("sub/.git", true)->text(), u"always left out"_s);
    }

    void always_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("folder");
        QTest::addColumn<bool>("leftOut");
        QTest::newRow(".git") << QByteArray(".git") << true << true;
        QTest::newRow("submodule") << QByteArray("a/.git") << false << true;
        QTest::newRow("outputs") << QByteArray("outputs") << true << true;
        QTest::newRow("logs") << QByteArray("logs") << false << true;
        QTest::newRow("logs below") << QByteArray("a/logs") << true << false;
        QTest::newRow("pycache") << QByteArray("a/__pycache__") << true << true;
        QTest::newRow("a file of that name") << QByteArray("a/__pycache__") << false << false;
        QTest::newRow("gitignore itself") << QByteArray(".gitignore") << false << false;
    }
    void always()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, folder);
        QTEST(leavesOut("!*", "!*", path, folder), "leftOut");
    }

    void hostilePatternsAreLinear_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("stars") << QByteArray("*a").repeated(100) + "b" << QByteArray(250, 'a');
        QTest::newRow("double stars") << QByteArray("**/a/").repeated(100) + "b"
                                      << QByteArray("a/").repeated(1000) + "c";
        QTest::newRow("classes") << QByteArray("*[a-z]").repeated(1000) + "0" << QByteArray(255, 'q');
        QTest::newRow("10 kB") << QByteArray("?*").repeated(5000) << QByteArray(255, 'q');
        QTest::newRow("100 kB of stars") << QByteArray(100000, '*') + "/x" << QByteArray("a/").repeated(2000) + "b";
        QTest::newRow("open classes") << QByteArray("[[:").repeated(10000) << QByteArray("[[:");
    }
    void hostilePatternsAreLinear()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, path);
        const qint64 before = threadCpuMs();
        QVERIFY(!leavesOut(pattern, {}, path, false));
        QVERIFY2(threadCpuMs() - before < 2000, qPrintable(QString::number(threadCpuMs() - before)));
    }

    void patternForAPath()
    {
        TreeMaker maker(3);
        for (int i = 0; i < 3000; ++i) {
            const QByteArray path = i % 3 ? maker.name() : maker.name() + '/' + maker.name();
            const QByteArray pattern = ignorePatternFor(path, false);
            QVERIFY2(leavesOut({}, pattern + '\n', path, false), (path + " by " + pattern).constData());
            QVERIFY2(!leavesOut({}, pattern + '\n', path + 'x', false), pattern.constData());
        }
        QCOMPARE(ignorePatternFor(".env", false), QByteArray(".env"));
        QCOMPARE(ignorePatternFor("data", true), QByteArray("data/"));
        QVERIFY(leavesOut({}, ignorePatternFor("a\nb", false), "a\nb", false));
        QVERIFY(leavesOut({}, ignorePatternFor("ab\r", false), "ab\r", false));
    }
};

QTEST_GUILESS_MAIN(TestIgnoreRules)
#include "tst_ignorerules.moc"
