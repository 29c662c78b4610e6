export { type Answered, answerQuestion } from './answer.ts';
export {
  answerInterview,
  type Interview,
  nextQuestion,
  resumeInterview,
  savableInterview,
  startInterview,
  stepBack,
} from './interview.ts';
export { type Question, type QuestionOptions, questionsOf } from './question.ts';
