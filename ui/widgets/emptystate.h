#pragma once

#include <QWidget>

class QAbstractButton;
class QBoxLayout;

namespace mooring {

class CommandBox;
class TextLabel;

/// What stands where nothing is yet, nothing was found, or nothing can be read: icon, bold sentence, one or two lines,
/// the acts, and the command that would fill it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    void setIcon(const QString &iconName);
    /// Owned afterwards. The first may be filled.
    void addAction(QAbstractButton *button);
    void setCommand(const QString &command);

private:
    QWidget *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QWidget *m_acts;
    QBoxLayout *m_actRow;
    CommandBox *m_command;
};

} // namespace mooring
