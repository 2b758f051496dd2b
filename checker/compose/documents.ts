import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml';

/**
 * Splits a text into YAML documents as Compose's YAML library would.
 *
 * It differs from the `yaml` package in one point: between brackets, braces and quotes indentation does not
 * count, so that a closing `]` may stand further left than the key that it belongs to.
 */
export function parseDocuments(text: string): Document.Parsed<ParsedNode>[] {
  const parser = new Parser();
  (parser as unknown as { lexer: Lexer }).lexer = indifferentLexer();
  const composer = new Composer<ParsedNode>({
    // Everything is text here; `resolvePlain` says what it means to Compose.
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return Array.from(composer.compose(parser.parse(text))) as Document.Parsed<ParsedNode>[];
}

/** The lexer's inner steps that look at the indentation of the next line. */
interface LexerSteps {
  indentNext: number;
  parseFlowCollection(): Generator<string, unknown>;
  parseQuotedScalar(): Generator<string, unknown>;
}

function indifferentLexer(): Lexer {
  const lexer = new Lexer();
  const steps = lexer as unknown as LexerSteps;
  const withoutIndentation = (step: () => Generator<string, unknown>) =>
    function* () {
      const { indentNext } = steps;
      steps.indentNext = 0;
      const next = yield* step.call(lexer);
      steps.indentNext = indentNext;
      return next;
    };
  steps.parseFlowCollection = withoutIndentation(steps.parseFlowCollection);
  steps.parseQuotedScalar = withoutIndentation(steps.parseQuotedScalar);
  return lexer;
}
