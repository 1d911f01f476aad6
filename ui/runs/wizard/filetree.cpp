#include "ui/runs/wizard/filetree.h"

#include "core/base/text.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.left(slash);
}

QByteArray nameOf(const QByteArray &path) { return path.mid(path.lastIndexOf('/') + 1); }

} // namespace

FileTree::FileTree(const FilesReport &report)
{
    m_nodes.reserve(report.plan.entries.size() + report.plan.folders.size() + report.plan.leftOut.size() + 1);
    m_nodes.push_back({});
    m_nodes[0].isFolder = true;
    m_numbers.insert(QByteArray(""), 0);
    for (const QByteArray &folder : report.plan.folders)
        add(folder, true);
    addEntries(report);
    addOthers(report.plan);
    sumUp();
    sayFolders();
}

int FileTree::add(const QByteArray &path, bool isFolder)
{
    const auto found = m_numbers.constFind(path);
    if (found != m_numbers.constEnd())
        return *found;
    const QByteArray above = parentOf(path);
    const int parent = above.isEmpty() ? 0 : add(above, true);
    const int number = int(m_nodes.size());
    FileNode node;
    node.path = path;
    node.parent = parent;
    node.isFolder = isFolder;
    m_nodes.push_back(std::move(node));
    m_numbers.insert(path, number);
    m_nodes[size_t(parent)].children.push_back(number);
    return number;
}

FileNode &FileTree::addFile(const QByteArray &path, FileReason reason, const QString &text, qint64 size)
{
    FileNode &node = m_nodes[size_t(add(path, false))];
    node.reason = reason;
    node.text = text;
    node.size = size;
    return node;
}

void FileTree::addEntries(const FilesReport &report)
{
    const SnapshotPlan &plan = report.plan;
    const QString asBefore = tr("as in %1", "a run").arg(report.lastRun),
                  changed = tr("changed since %1", "a run").arg(report.lastRun),
                  isNew = tr("new since %1", "a run").arg(report.lastRun), goes = tr("goes along");
    for (size_t i = 0; i < plan.entries.size(); ++i) {
        FileReason reason = FileReason::Goes;
        QString text = goes;
        if (report.since) {
            const FileChange change = report.since->entries[i];
            reason = change == FileChange::AsBefore ? FileReason::AsBefore
                     : change == FileChange::New    ? FileReason::New
                                                    : FileReason::Changed;
            text = change == FileChange::AsBefore ? asBefore : change == FileChange::New ? isNew : changed;
        }
        addFile(plan.entries[i].path, reason, text, plan.entries[i].size).going = 1;
    }
    QHash<QByteArray, const SecretFinding *> shown; // one a file, rather one with a line than one by the file's name
    for (const SecretFinding &secret : plan.secrets) {
        const SecretFinding *&first = shown[secret.path];
        if (!first || (first->line == 0 && secret.line > 0))
            first = &secret;
    }
    for (auto [path, secret] : shown.asKeyValueRange()) {
        const int number = find(path);
        if (number < 0)
            continue;
        FileNode &node = m_nodes[size_t(number)];
        node.reason = FileReason::Secret;
        node.text = secret->line > 0 ? tr("looks like a secret: line %1, %2").arg(secret->line).arg(secret->what)
                                     : tr("looks like a secret: %1").arg(secret->what);
    }
}

void FileTree::addOthers(const SnapshotPlan &plan)
{
    for (const LeftOut &item : plan.leftOut) {
        FileNode &node = addFile(item.path, FileReason::LeftOut, item.rule.text(), item.size);
        node.isFolder = item.isFolder;
        node.staying = item.files;
    }
    for (const SpecialFile &file : plan.special)
        addFile(file.path, FileReason::Special, tr("not copied: %1", "what it is").arg(file.what), 0).staying = 1;
    for (const UnreadableFile &file : plan.unreadable) {
        FileNode &node =
            addFile(file.path, FileReason::Unreadable, tr("cannot be read: %1", "the cause").arg(file.cause), 0);
        node.isFolder = file.isFolder;
        node.staying = 1;
    }
}

void FileTree::sumUp()
{
    for (size_t i = m_nodes.size(); i-- > 1;) {
        const FileNode &node = m_nodes[i];
        FileNode &parent = m_nodes[size_t(node.parent)];
        parent.going += node.going;
        parent.staying += node.staying;
        if (node.reason != FileReason::LeftOut)
            parent.size += node.size;
    }
    const auto before = [this](int left, int right) {
        const FileNode &a = m_nodes[size_t(left)], &b = m_nodes[size_t(right)];
        if (a.isFolder != b.isFolder)
            return a.isFolder;
        const QByteArray nameA = nameOf(a.path), nameB = nameOf(b.path);
        if (a.isFolder && nameA.startsWith('.') != nameB.startsWith('.'))
            return nameB.startsWith('.');
        return nameA < nameB;
    };
    for (FileNode &node : m_nodes)
        std::sort(node.children.begin(), node.children.end(), before);
}

void FileTree::sayFolders()
{
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        FileNode &node = m_nodes[i];
        if (node.reason != FileReason::Folder)
            continue;
        if (i == 0)
            node.text = tr("%n files go up", nullptr, int(node.going));
        else if (node.going + node.staying == 0)
            node.text = tr("empty folder");
        else if (node.staying == 0)
            node.text = tr("all %n files", nullptr, int(node.going));
        else
            node.text =
                tr("%1 of %2 files", "%1 go along").arg(humanCount(node.going), humanCount(node.going + node.staying));
    }
}

} // namespace mooring
