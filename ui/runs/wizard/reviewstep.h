#pragma once

#include "core/runs/runsettings.h"

#include <QWidget>

#include <map>

#include <utility>
#include <vector>

class QStackedWidget;

namespace mooring {

class Banner;
class CodeBox;
class CommandBox;
class FactList;
class SegmentedControl;

/// The last step: all that was decided, and the same thing as a command, as run.yaml and as code of other tools.
class ReviewStep : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewStep(QWidget *parent = nullptr);

    /// `command`: the same thing as one types it in a shell.
    void setSettings(const RunSettings &settings, const QString &targetTitle, const QString &command);
    /// "sdk", "cli": the text, or why there is none.
    void setCode(const QString &form, const QString &text);
    /// Files and environment as far as they are known.
    void setFiles(const QString &text);
    void setEnvironment(const QString &text);
    /// A warning over everything; empty: none.
    void setWarning(const QString &title, const QString &text);
    void setFailure(const QString &title, const QString &text);

Q_SIGNALS:
    void saveRequested(const QString &path);

private:
    /// The languages side by side, with what is done to their text.
    QLayout *makeForms();
    void chooseFile();
    void showForm(const QString &form);

    Banner *m_banner;
    FactList *m_facts;
    SegmentedControl *m_as;
    QStackedWidget *m_same;
    CommandBox *m_command;
    CodeBox *m_code;
    std::map<QString, QString> m_texts; ///< of the code box, by form
    QString m_source;
};

/// Beside the review: what starting does, in order.
QWidget *reviewSide(const QStringList &whatHappens, QWidget *parent = nullptr);

} // namespace mooring
