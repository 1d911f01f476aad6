#pragma once

#include "ui/runs/wizard/filesreport.h"
#include "ui/widgets/stateglyph.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace mooring {

/// Beside the files: the worst finding with its cure, what keeps files here, what changed since the last run.
class FilesSide : public QWidget
{
    Q_OBJECT
public:
    explicit FilesSide(QWidget *parent = nullptr);

    /// `target`: empty for this computer. `harmless`: findings that the person has looked at.
    void setReport(const FilesReport &report, const QString &target, const QSet<QByteArray> &harmless);
    void clear();

Q_SIGNALS:
    void leaveOutRequested(const QByteArray &path, bool isFolder);
    void harmlessChosen(const QByteArray &path);
    void findingShown(const QByteArray &path);

private:
    void addSection(const QString &title);
    void addFinding(const QByteArray &path, bool isFolder, Glyph glyph, const QString &title, const QString &text,
                    bool mayBeHarmless);
    void addUnreadable(const SnapshotPlan &plan);
    void addSecret(const SnapshotPlan &plan, const QString &target, const QSet<QByteArray> &harmless);
    void addRules(const SnapshotPlan &plan);
    void addSince(const FilesReport &report);

    QVBoxLayout *m_column;
};

/// Files that look like they hold a secret and were not called harmless.
std::vector<SecretFinding> openSecrets(const SnapshotPlan &plan, const QSet<QByteArray> &harmless);

} // namespace mooring
