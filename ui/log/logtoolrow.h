#pragma once

#include "ui/log/logsource.h"
#include "ui/log/logview.h"

#include <QWidget>

#include <vector>

class QKeyEvent;
class QLineEdit;

namespace mooring {

class Button;
class Chip;
class ElidedLabel;
class SearchField;

/// The row over a log: which one, its size and lines, its encoding, find, wrap, Follow; and the line to go to.
class LogToolRow : public QWidget
{
    Q_OBJECT
public:
    explicit LogToolRow(QWidget *parent = nullptr);

    void setSources(const std::vector<LogSource> &sources, int current);
    void setFacts(const QString &text);
    /// Empty: not known yet.
    void setEncoding(const QString &name);
    /// newLines: since following ended.
    void setFollow(bool on, qint64 newLines);
    void setFind(const FindState &state);
    SearchField *findField() const { return m_find; }
    QString findText() const;
    /// Asks for a line in place of the facts, until Enter or Esc.
    void askLine();
    Button *wrapButton() const { return m_wrap; }

Q_SIGNALS:
    void sourceChosen(int index);
    void followClicked();
    void wrapToggled(bool on);
    void findChanged(const QString &text);
    void findNext();
    void findPrevious();
    /// Esc in the field: back to the log.
    void findLeft();
    /// From 1, as people count; the field has closed.
    void lineGiven(qint64 line);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showChoice();
    bool lineKey(const QKeyEvent *key);

    std::vector<LogSource> m_sources;
    int m_current = -1;
    Button *m_choice;
    ElidedLabel *m_facts;
    QLineEdit *m_line;
    Chip *m_encoding;
    SearchField *m_find;
    Button *m_wrap;
    Button *m_follow;
};

} // namespace mooring
