#pragma once

#include "core/jobs/jobcontext.h"

#include <QAbstractListModel>
#include <QListView>

namespace mooring {

/// Lines of Mooring's own work: time, step, text. For jobs and provisioning logs, not for what programs print.
class LogLinesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { TimeRole = Qt::UserRole, StepRole, LevelRole };

    using QAbstractListModel::QAbstractListModel;

    void setLines(std::vector<LogLine> lines);
    void append(const std::vector<LogLine> &lines);
    /// Lines of plain text, without time and step.
    void setText(const QString &text);
    QString allText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<LogLine> m_lines;
};

/// Shows such a model: mono, 18 a row, on sunken ground; stays at the end while one looks at the end. Ctrl+C copies the
/// selected lines.
class LogLinesView : public QListView
{
    Q_OBJECT
public:
    explicit LogLinesView(QWidget *parent = nullptr);

    LogLinesModel *lines() const { return m_lines; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applySunken();

    LogLinesModel *m_lines;
    bool m_atEnd = true;
};

} // namespace mooring
