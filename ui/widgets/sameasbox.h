#pragma once

#include "core/base/result.h"

#include <QWidget>

#include <vector>

namespace mooring {

class Button;
class CodeBox;
class SegmentedControl;
class TextLabel;

/// One way to say the same thing again.
struct SameAs
{
    QString id, title; ///< "mooring", "Command"
    QString text;
};

/// What a form shows: the text, or why the tool cannot say it.
QString codeText(const Result<QByteArray> &text);

/// A command in lines of at most 72 characters, continued with a backslash before each option.
QString commandInLines(const QStringList &words);

/// "The same thing as": the languages side by side where there are several, the text, and Copy.
class SameAsBox : public QWidget
{
    Q_OBJECT
public:
    explicit SameAsBox(QWidget *parent = nullptr);

    /// The language that was shown stays where it is still there.
    void setForms(const std::vector<SameAs> &forms);
    QString text() const;

private:
    void show(const QString &id);

    std::vector<SameAs> m_forms;
    TextLabel *m_title;
    QWidget *m_place;
    SegmentedControl *m_switch = nullptr;
    CodeBox *m_code;
    TextLabel *m_note;
    Button *m_copy;
};

} // namespace mooring
